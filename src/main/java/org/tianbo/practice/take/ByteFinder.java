package org.tianbo.practice.take;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Finds bytes in a file that may be larger than memory. */
final class ByteFinder {

    private static final int BLOCK = 1 << 20;

    private final FileChannel file;
    private final byte[] block = new byte[BLOCK];

    ByteFinder(FileChannel file) {
        this.file = file;
    }

    /** @return where the bytes begin, at that place or behind it; -1 when they are not there */
    long find(byte[] wanted, long from) throws IOException {
        for (long at = from; ; at += BLOCK - wanted.length + 1) {
            int read = file.read(ByteBuffer.wrap(block), at);
            int found = indexOf(wanted, read);
            if (found >= 0) {
                return at + found;
            }
            if (read < BLOCK) {
                return -1;
            }
        }
    }

    private int indexOf(byte[] wanted, int length) {
        for (int at = 0; at <= length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && block[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
