package org.tianbo.practice.take;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tianbo.media.Container;

/**
 * The files that a take's bytes hold. Mostly one; a recorder that was restarted in the middle of a take writes a second
 * header behind the first file's end, and of such a heap ffmpeg would read only the beginning.
 *
 * <p>Bytes in the middle of an MP4 that make no sense are declared free, for ffmpeg stops reading at them.
 */
public final class TakeParts {

    /** No recorder restarts more often within one take; what lies behind stays with the last part. */
    private static final int MOST = 20;

    private static final byte[] EBML = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
    private static final byte[] FTYP = ascii("ftyp");
    private static final byte[] MOOF = ascii("moof");
    private static final Set<String> BEHIND_FTYP =
            Set.of("moov", "moof", "mdat", "free", "skip", "wide", "uuid", "sidx", "styp", "pdin");

    /** A box's size and type. */
    private static final int BOX_HEAD = 8;

    private static final int LONGEST_FTYP = 512;
    private static final int DOC_TYPE_WITHIN = 64;

    private final FileChannel file;
    private final ByteFinder finder;
    private final long size;
    private boolean mended;

    private TakeParts(FileChannel file) throws IOException {
        this.file = file;
        this.finder = new ByteFinder(file);
        this.size = file.size();
    }

    /** @param whole false where something of the take had to be left out or skipped to read it */
    public record Part(Path file, Container container, boolean whole) {}

    private record Start(long at, Container container) {}

    /** In their order; none when the bytes are nothing that a phone records. The take itself where it is one file. */
    static List<Part> of(Path take) throws IOException {
        try (FileChannel file = FileChannel.open(take, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new TakeParts(file).cut(take);
        }
    }

    private List<Part> cut(Path take) throws IOException {
        List<Start> starts = starts();
        if (starts.size() == 1 && starts.get(0).at() == 0) {
            return List.of(new Part(take, starts.get(0).container(), !mended));
        }
        List<Part> parts = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            Start start = starts.get(number);
            long end = number + 1 < starts.size() ? starts.get(number + 1).at() : size;
            Path part = take.resolveSibling(take.getFileName() + "." + number);
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (long at = start.at(); at < end; ) {
                    at += file.transferTo(at, end - at, out);
                }
            }
            parts.add(new Part(part, start.container(), false));
        }
        return parts;
    }

    private List<Start> starts() throws IOException {
        List<Start> starts = new ArrayList<>();
        Optional<Start> next = Container.of(bytes(0, Container.HEAD))
                .filter(container -> !container.isPhoto())
                .map(container -> new Start(0, container));
        next = next.isPresent() ? next : either(0);
        while (next.isPresent() && starts.size() < MOST) {
            Start start = next.get();
            starts.add(start);
            next = next(start);
        }
        return starts;
    }

    /** A voice recorder's file is one file. */
    private Optional<Start> next(Start start) throws IOException {
        return switch (start.container()) {
            case WEBM -> webm(start.at() + EBML.length);
            case MP4 -> behindBoxes(start.at());
            default -> Optional.empty();
        };
    }

    private Optional<Start> either(long from) throws IOException {
        Optional<Start> webm = webm(from);
        Optional<Start> mp4 = ftyp(from, size);
        return webm.isEmpty() || mp4.isPresent() && mp4.get().at() < webm.get().at() ? mp4 : webm;
    }

    private Optional<Start> webm(long from) throws IOException {
        for (long at = finder.find(EBML, from); at >= 0; at = finder.find(EBML, at + 1)) {
            String head = text(at, DOC_TYPE_WITHIN);
            if (head.contains("webm") || head.contains("matroska")) {
                return Optional.of(new Start(at, Container.WEBM));
            }
        }
        return Optional.empty();
    }

    private Optional<Start> ftyp(long from, long until) throws IOException {
        for (long at = finder.find(FTYP, from + 4); at >= 0 && at < until; at = finder.find(FTYP, at + 1)) {
            if (isFtyp(at - 4)) {
                return Optional.of(new Start(at - 4, Container.MP4));
            }
        }
        return Optional.empty();
    }

    private boolean isFtyp(long at) throws IOException {
        long length = uint(at);
        return at >= 0
                && text(at + 4, 4).equals("ftyp")
                && length >= 16
                && length <= LONGEST_FTYP
                && BEHIND_FTYP.contains(text(at + length + 4, 4));
    }

    /** Walks from box to box until another file begins. */
    private Optional<Start> behindBoxes(long from) throws IOException {
        long at = from;
        while (at + BOX_HEAD <= size) {
            if (at > from && isFtyp(at)) {
                return Optional.of(new Start(at, Container.MP4));
            }
            long length = boxLength(at);
            if (length >= BOX_HEAD && length <= size - at) {
                at += length;
            } else {
                long sense = nextSense(at + 1);
                if (sense < 0) {
                    return Optional.empty();
                }
                declareFree(at, sense);
                at = sense;
            }
        }
        return Optional.empty();
    }

    /** @return 0 for what is no box; one at the end may be longer than what there is of it */
    private long boxLength(long at) throws IOException {
        if (!text(at + 4, 4).matches("[ -~\u00a9]{4}")) {
            return 0;
        }
        long length = uint(at);
        if (length == 0) {
            return size - at;
        }
        return length == 1 ? ByteBuffer.wrap(bytes(at + BOX_HEAD, 8)).getLong() : length;
    }

    /** The next place that a reader can go on from: a fragment, or another file. */
    private long nextSense(long from) throws IOException {
        Optional<Start> file = ftyp(from, size);
        for (long at = finder.find(MOOF, from + 4); at >= 0; at = finder.find(MOOF, at + 1)) {
            if (text(at + BOX_HEAD, 4).equals("mfhd")) {
                long fragment = at - 4;
                return file.map(Start::at).filter(start -> start < fragment).orElse(fragment);
            }
        }
        return file.map(Start::at).orElse(-1L);
    }

    private void declareFree(long from, long until) throws IOException {
        mended = true;
        long length = until - from;
        if (length >= BOX_HEAD && length <= 0xffffffffL) {
            ByteBuffer head = ByteBuffer.allocate(BOX_HEAD).putInt((int) length).put(ascii("free"));
            file.write(head.flip(), from);
        }
    }

    private long uint(long at) throws IOException {
        return ByteBuffer.wrap(bytes(at, 4)).getInt() & 0xffffffffL;
    }

    private String text(long at, int length) throws IOException {
        return new String(bytes(at, length), StandardCharsets.ISO_8859_1);
    }

    /** Noughts where the file has ended. */
    private byte[] bytes(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        if (at >= 0 && at < size) {
            file.read(buffer, at);
        }
        return buffer.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
