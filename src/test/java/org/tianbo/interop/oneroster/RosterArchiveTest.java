package org.tianbo.interop.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.error.Refused;

class RosterArchiveTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../users.csv",
                "/users.csv",
                "..\\users.csv",
                "C:\\users.csv",
                "folder/",
                "folder/users.csv",
                "users.csv\u0000",
                "passwd",
                "USERS.CSV"
            })
    void aNameThatIsNoneOfTheStandardsIsRefused(String name) throws IOException {
        byte[] zip = zip(name, new byte[] {1});
        assertRefused(zip, "interop.zip-name");
    }

    @Test
    void whatSwellsIsRefusedWhileItSwells() throws IOException {
        byte[] zip = zip("users.csv", new byte[RosterArchive.LARGEST + 1]);
        assertThat(zip.length).isLessThan(100_000);
        assertRefused(zip, "interop.zip-large");
    }

    @Test
    void whatIsNoZipOrBreaksOffIsRefused() throws IOException {
        assertRefused("sourcedId,status".getBytes(StandardCharsets.UTF_8), "interop.zip-damaged");
        assertRefused(new byte[0], "interop.zip-damaged");
        byte[] random = new byte[10_000];
        new Random(1).nextBytes(random);
        byte[] whole = zip("users.csv", random);
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "interop.zip-damaged");
    }

    @Test
    void theFilesComeOut() throws IOException {
        assertThat(RosterArchive.read(zip("users.csv", new byte[] {7})).get("users.csv"))
                .containsExactly(7);
    }

    private static void assertRefused(byte[] zip, String code) {
        assertThatThrownBy(() -> RosterArchive.read(zip)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.fields().get(0).code())
                .isEqualTo(code));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
