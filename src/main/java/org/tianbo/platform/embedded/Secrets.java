package org.tianbo.platform.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** Random secrets of one demo, made on its first start and kept in its folder, readable by its owner only. */
final class Secrets {

    private static final List<String> NAMES = List.of(
            "web-client",
            "admin-client",
            "keycloak-admin",
            "session",
            "certificate",
            "links",
            "people",
            "personal",
            "buyers",
            "certificates");

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    static Secrets readOrMake(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        SecureRandom random = new SecureRandom();
        boolean grown = false;
        for (String name : NAMES) {
            if (values.getProperty(name) == null) {
                byte[] octets = new byte[32];
                random.nextBytes(octets);
                values.setProperty(name, HexFormat.of().formatHex(octets));
                grown = true;
            }
        }
        if (grown) {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file)) {
                values.store(writer, "Secrets of this demo");
            }
        }
        return new Secrets(values);
    }

    String of(String name) {
        return values.getProperty(name);
    }
}
