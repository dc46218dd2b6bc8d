package org.tianbo.curriculum.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tianbo.curriculum.document.Faults;

class ZippedFolderTest {

    private final ByteArrayOutputStream zip = new ByteArrayOutputStream();
    private final ZipOutputStream entries = new ZipOutputStream(zip, StandardCharsets.UTF_8);
    private final Faults faults = new Faults();

    @Test
    void textsAreFoundByTheirPathWhateverFolderIsAroundThem() throws IOException {
        put("mine/content/courses/50-our-tea/course.yaml", "title");
        put("mine/content/README.md", "is not looked at");
        put("mine/content/courses/.DS_Store", "hidden");
        put("__MACOSX/courses/._x", "hidden");

        assertThat(read()).containsOnlyKeys("courses/50-our-tea/course.yaml").containsValue("title");
        assertThat(words()).isEmpty();
    }

    @Test
    void aPathOutOfTheFolderIsAFault() throws IOException {
        put("courses/../../etc/passwd", "x");
        put("/courses/50-our-tea/course.yaml", "x");
        put("C:\\courses\\course.yaml", "x");

        assertThat(read()).isEmpty();
        assertThat(words()).hasSize(3).allMatch(fault -> fault.contains("路径跑到文件夹外面去了"));
    }

    @Test
    void aBombIsNotUnpackedFurtherThanAFileMayReach() throws IOException {
        entries.putNextEntry(new ZipEntry("courses/50-our-tea/01-our-x/first.svg"));
        byte[] megabyte = new byte[1_000_000];
        for (int n = 0; n < 50; n++) {
            entries.write(megabyte);
        }
        entries.closeEntry();

        assertThat(read()).isEmpty();
        assertThat(words()).containsExactly("courses/50-our-tea/01-our-x/first.svg:1: 解开来太大：一个文件最多 200 kB，全部最多 12 MB");
    }

    @Test
    void aFoldersOwnEntryHidesNothing() throws IOException {
        entries.putNextEntry(new ZipEntry("courses/a/"));
        entries.write(new byte[50_000_000]);
        entries.closeEntry();
        put("courses/50-our-tea/course.yaml", "title");

        assertThat(read()).isEmpty();
        assertThat(words()).containsExactly("courses/a/:1: 文件夹里藏着内容");
    }

    @Test
    void manySmallFilesAreTooManyOrTooMuch() throws IOException {
        for (int n = 0; n < 100; n++) {
            put("courses/" + n, "x".repeat(190_000));
        }
        read();
        assertThat(words()).hasSize(1).allMatch(fault -> fault.contains("解开来太大"));
    }

    @Test
    void moreFilesThanAFolderHasAreNotRead() throws IOException {
        for (int n = 0; n < 2_100; n++) {
            put("courses/" + n, "");
        }

        assertThat(read()).hasSize(2_000);
        assertThat(words()).containsExactly("zip:1: 文件太多，最多 2000 个");
    }

    @Test
    void whatIsNoTextOrNoZipIsAFault() throws IOException {
        entries.putNextEntry(new ZipEntry("courses/50-our-tea/photo.svg"));
        entries.write(new byte[] {(byte) 0xff, (byte) 0xd8, 1});
        entries.closeEntry();
        read();
        assertThat(words()).containsExactly("courses/50-our-tea/photo.svg:1: 这个文件不是 UTF-8 的文字");

        Faults others = new Faults();
        ZippedFolder.read(new ByteArrayInputStream("no zip at all".getBytes(StandardCharsets.UTF_8)), others);
        assertThat(others.inOrder()).hasSize(1);
    }

    private void put(String name, String text) throws IOException {
        entries.putNextEntry(new ZipEntry(name));
        entries.write(text.getBytes(StandardCharsets.UTF_8));
        entries.closeEntry();
    }

    private SortedMap<String, String> read() throws IOException {
        entries.close();
        return ZippedFolder.read(new ByteArrayInputStream(zip.toByteArray()), faults);
    }

    private List<String> words() {
        return faults.inOrder().stream().map(fault -> fault.in(Locale.CHINA)).toList();
    }
}
