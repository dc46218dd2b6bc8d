package org.tianbo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashesTest {

    /** FIPS 180-4's own example. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void sha256IsTheSameWhicheverWayTheBytesCome(@TempDir Path folder) throws IOException {
        byte[] bytes = {'a', 'b', 'c'};
        MessageDigest digest = Sha256.begin();
        digest.update(bytes);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();

        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex(bytes)).isEqualTo(ABC);
        assertThat(Sha256.hex(digest)).isEqualTo(ABC);
        assertThat(Sha256.hex(Files.write(folder.resolve("abc"), bytes))).isEqualTo(ABC);
        assertThat(Sha256.copy(new ByteArrayInputStream(bytes), copy)).isEqualTo(ABC);
        assertThat(copy.toByteArray()).isEqualTo(bytes);
        assertThat(Sha256.shortHex("abc")).isEqualTo("ba7816bf8f01cfea");
    }

    /** RFC 4231, test case 2. */
    @Test
    void aKeyedHashIsTheStandards() {
        assertThat(KeyedHash.sha256("Jefe").hex("what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(KeyedHash.sha512("Jefe").hex("what do ya want for nothing?"))
                .startsWith("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554")
                .hasSize(128);
    }

    @Test
    void hashesUnderTwoLabelsCannotBeCompared() {
        KeyedHash key = KeyedHash.sha256("the installation's");

        assertThat(key.derived("buyers of fengcheng").hex("19900000001"))
                .isEqualTo(key.derived("buyers of fengcheng").hex("19900000001"))
                .isNotEqualTo(key.derived("buyers of zhenping").hex("19900000001"));
    }
}
