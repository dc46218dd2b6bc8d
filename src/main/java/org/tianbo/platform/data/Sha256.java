package org.tianbo.platform.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), written as 64 digits of lower-case hexadecimal. */
public final class Sha256 {

    private static final int SHORT = 16;

    /** Copied for each use: looking the algorithm up takes as long as the digest of a short text. */
    private static final MessageDigest EMPTY = lookedUp();

    private Sha256() {}

    /** For what comes in pieces; {@link #hex(MessageDigest)} ends it. */
    public static MessageDigest begin() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The Java platform's own SHA-256 can be copied", impossible);
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(begin().digest(bytes));
    }

    /** Of the text's UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first 16 digits: enough to tell the versions of one thing apart. */
    public static String shortHex(String text) {
        return hex(text).substring(0, SHORT);
    }

    /** @throws UncheckedIOException when the file cannot be read */
    public static String hex(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Copies to the end, and tells of what. */
    public static String copy(InputStream from, OutputStream to) throws IOException {
        DigestInputStream in = new DigestInputStream(from, begin());
        in.transferTo(to);
        return hex(in.getMessageDigest());
    }
}
