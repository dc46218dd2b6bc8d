package org.tianbo.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Objects as files in a folder. A write goes to a file of its own, is forced to the disk, is renamed to its key, and the
 * folder that holds the new name is forced too: only then has it happened.
 */
final class FolderStore implements ObjectStore {

    /** Names cannot begin with a dot: no way up, and the store's own folders are nobody's objects. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private static final String INCOMING = ".incoming";
    private static final String WORK = ".work";
    private static final Duration NOBODY_WRITES_THAT_LONG = Duration.ofDays(1);
    private static final int BUFFER = 64 * 1024;
    private static final int FOLDERS_REMEMBERED = 10_000;

    private final Path root;
    private final long reserve;
    private final DiskRoom room;
    private final Set<Path> durableFolders = ConcurrentHashMap.newKeySet();

    FolderStore(Path root, long reserve, DiskRoom room) {
        this.root = root.toAbsolutePath().normalize();
        this.reserve = reserve;
        this.room = room;
    }

    /** Makes the folder, and clears away what a crash left half-written. */
    FolderStore prepared(Instant now) throws IOException {
        Path incoming = Files.createDirectories(root.resolve(INCOMING));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(incoming)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(now.minus(NOBODY_WRITES_THAT_LONG))) {
                    Files.deleteIfExists(part);
                }
            }
        }
        return this;
    }

    @Override
    public Stored write(String key, InputStream in, long limit, Optional<String> sha256) throws IOException {
        Path target = file(key);
        requireRoom(limit);
        Path part = root.resolve(INCOMING).resolve(UUID.randomUUID().toString());
        try {
            Stored stored = receive(key, in, limit, part);
            if (sha256.isPresent() && !sha256.get().equals(stored.sha256())) {
                throw new DigestMismatch();
            }
            makeDurable(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent());
            return stored;
        } catch (IOException failed) {
            if (isFull(failed)) {
                throw new NoRoom();
            }
            throw failed;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public OptionalLong size(String key) throws IOException {
        try {
            return OptionalLong.of(Files.size(file(key)));
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    @Override
    public Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key: " + key);
        }
        return root.resolve(key);
    }

    @Override
    public Workplace workplace(String name, long bytes) throws IOException {
        requireRoom(bytes);
        return Workplace.at(root.resolve(WORK).resolve(name));
    }

    private void requireRoom(long bytes) throws IOException {
        if (room.usable(root) - bytes < reserve) {
            throw new NoRoom();
        }
    }

    private static Stored receive(String key, InputStream in, long limit, Path part) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new ObjectTooLarge(limit);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            file.force(true);
        }
        return new Stored(key, size, HexFormat.of().formatHex(digest.digest()));
    }

    /** A new folder is a new name in the folder above it, which is lost like any other unless that one is forced. */
    private void makeDurable(Path folder) throws IOException {
        if (durableFolders.contains(folder) && Files.isDirectory(folder)) {
            return;
        }
        if (!folder.equals(root)) {
            makeDurable(folder.getParent());
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException there) {
                // Whoever made it may not have forced it yet; forcing twice does no harm.
                if (!Files.isDirectory(folder)) {
                    throw there;
                }
            }
            force(folder.getParent());
        }
        if (durableFolders.size() >= FOLDERS_REMEMBERED) {
            durableFolders.clear();
        }
        durableFolders.add(folder);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    /** The system's words come in the system's language, so the disk is asked as well. */
    private boolean isFull(IOException failed) throws IOException {
        String words = String.valueOf(failed.getMessage());
        return words.contains("No space left") || words.contains("quota exceeded") || room.usable(root) < BUFFER;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
