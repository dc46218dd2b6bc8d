package org.tianbo.media.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tianbo.media.OutOfSpace;
import org.tianbo.media.StoredObject;
import org.tianbo.media.WorkDirectory;

/**
 * Objects as files in a folder. A write goes to a file of its own, is forced to the disk, is renamed to its key, and
 * the folder that holds the new name is forced too: only then has it happened.
 */
final class FolderStorage implements ObjectStorage {

    private static final int FOLDERS_REMEMBERED = 10_000;

    private final Path root;
    private final Scratch incoming;
    private final Scratch workplaces;
    private final Set<Path> durableFolders = ConcurrentHashMap.newKeySet();

    /** @param incoming on the same disk as the folder, for a file cannot be renamed from one disk to another */
    FolderStorage(Path root, Scratch incoming, Scratch workplaces) {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = incoming;
        this.workplaces = workplaces;
    }

    @Override
    public StoredObject write(String key, InputStream in, long limit, Optional<String> sha256) throws IOException {
        Path target = file(key);
        Path part = incoming.part(limit);
        try {
            StoredObject storedObject = receive(key, in, limit, sha256, part);
            makeDurable(target.getParent());
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent());
            return storedObject;
        } catch (IOException failed) {
            if (incoming.isFull(failed)) {
                throw new OutOfSpace();
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
    public Optional<ObjectInfo> find(String key) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(file(key), BasicFileAttributes.class);
            String tag = Long.toHexString(file.lastModifiedTime().toMillis()) + "-" + Long.toHexString(file.size());
            return Optional.of(new ObjectInfo(file.size(), '"' + tag + '"'));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Long> sizes(String folder) throws IOException {
        Path place = file(folder);
        if (!Files.isDirectory(place)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            Map<String, Long> sizes = new HashMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(root.relativize(file).toString().replace('\\', '/'), Files.size(file));
            }
            return sizes;
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    @Override
    public ObjectSource source(String key, ObjectInfo info, long from, long length) {
        return new ObjectSource.LocalFile(file(key));
    }

    @Override
    public WorkDirectory workDirectory(String name, long bytes) throws IOException {
        return workplaces.workplace(name, bytes);
    }

    @Override
    public void close() {
        // No file stays open between two calls.
    }

    private Path file(String key) {
        return root.resolve(Keys.checked(key));
    }

    private static StoredObject receive(String key, InputStream in, long limit, Optional<String> sha256, Path part)
            throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            StoredObject storedObject = DigestingCopy.copy(key, in, limit, sha256, out);
            file.force(true);
            return storedObject;
        }
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
}
