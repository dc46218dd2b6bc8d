package org.tianbo.practice.upload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of what streams by, in lower-case hex. */
public final class Digests {

    private Digests() {}

    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream());
        }
    }

    public static String of(byte[] bytes) throws IOException {
        return copy(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }

    static String copy(InputStream from, OutputStream to) throws IOException {
        try {
            DigestInputStream in = new DigestInputStream(from, MessageDigest.getInstance("SHA-256"));
            in.transferTo(to);
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
