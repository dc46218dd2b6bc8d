package org.tianbo.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Counties;
import org.tianbo.platform.security.Roles;
import org.tianbo.testsupport.Newcomers;
import org.tianbo.testsupport.TianboServices;
import org.tianbo.testsupport.Tokens;

/** Courses taken along as a zip and brought back: all of it or nothing, and never further than to drafts. */
@QuarkusTest
@WithTestResource(value = TianboServices.class, scope = TestResourceScope.GLOBAL)
class FolderIT {

    private static final String COUNTY = "folder-county";
    private static final String MENTOR = "packs-courses";
    private static final String COURSE = "content/courses/04-speaking-to-camera/";
    private static final String LESSON = COURSE + "06-slow-and-clear/lesson.zh.md";

    @Inject
    Newcomers newcomers;

    @Inject
    Counties counties;

    @Test
    void aFolderComesBackWholeOrNotAtAll() throws IOException {
        counties.open(COUNTY, "文件县", "Folder county");
        newcomers.join(COUNTY, MENTOR, Roles.MENTOR);
        Map<String, String> files = unpacked("?course=speaking-to-camera");
        assertThat(files).containsKey(LESSON).hasSizeGreaterThan(35);

        sent(files).then().statusCode(200).body(containsString("0 节课会变"));

        Map<String, String> broken = new LinkedHashMap<>(files);
        broken.compute(LESSON, (name, text) -> text.replace("minutes:", "minute:"));
        broken.compute(COURSE + "07-honest-close/lesson.zh.md", (name, text) -> text + "\n县里加的。\n");
        broken.put("../outside.txt", "x");
        sent(broken)
                .then()
                .statusCode(422)
                .body(containsString("06-slow-and-clear/lesson.zh.md 第 "), containsString("不认识“minute”"))
                .body(containsString("路径跑到文件夹外面去了"), not(containsString("name=\"zip\" value")));
        taken(broken, "").then().statusCode(422);
        assertThat(Tokens.page(MENTOR, "/content/lessons/honest-close")).doesNotContain("县里加的");

        Map<String, String> good = new LinkedHashMap<>(files);
        good.compute(LESSON, (name, text) -> text + "\n文件里加的一句。\n");
        LessonDesk.shipped("first-look-at-a-live")
                .forEach((name, text) -> good.put("content/courses/50-our-rice/01-our-rice-one/" + name, text));
        good.put(
                "content/courses/50-our-rice/course.yaml",
                "title: {zh: 本县的米, en: Our rice}\nsummary: {zh: 讲本县的米, en: About our rice}\n");
        String before = seen(sent(good));
        LessonDesk.send(MENTOR, "slow-and-clear", "", "0", edited(), "").then().statusCode(303);
        taken(good, before).then().statusCode(409).body(containsString("有人又存了其中的课"));
        assertThat(Tokens.page(MENTOR, "/content/lessons/slow-and-clear")).contains("同事刚写的");
        Response looked = sent(good);
        looked.then()
                .statusCode(200)
                .body(containsString("2 节课会变"), containsString("our-rice"), containsString("name=\"zip\" value"));
        assertThat(Tokens.page(MENTOR, "/content")).doesNotContain("本县的米");

        taken(good, seen(looked)).then().statusCode(303).header("Location", endsWith("/content"));
        assertThat(Tokens.page(MENTOR, "/content")).contains("本县的米", "our-rice-one", "有没发布的改动");
        assertThat(Tokens.page(MENTOR, "/content/lessons/slow-and-clear")).contains("文件里加的一句");
        assertThat(unpacked(""))
                .containsKeys(LESSON, "content/courses/50-our-rice/01-our-rice-one/quiz.yaml")
                .doesNotContainKey(COURSE + "07-honest-close/lesson.zh.md");
        sent(unpacked("")).then().statusCode(200).body(containsString("0 节课会变"));
    }

    private static Response sent(Map<String, String> files) throws IOException {
        return Tokens.as(MENTOR)
                .accept("text/html")
                .multiPart("zip", "courses.zip", zipped(files), "application/zip")
                .post("/content/folder");
    }

    private static Map<String, String> edited() {
        SortedMap<String, String> files = LessonDesk.shipped("slow-and-clear");
        files.computeIfPresent("lesson.zh.md", (name, text) -> text + "\n同事刚写的。\n");
        return files;
    }

    private static String seen(Response looked) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"").matcher(looked.asString());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private static Response taken(Map<String, String> files, String seen) throws IOException {
        return Tokens.form(MENTOR)
                .formParam("seen", seen)
                .formParam("zip", Base64.getEncoder().encodeToString(zipped(files)))
                .post("/content/folder/take");
    }

    private static byte[] zipped(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> unpacked(String which) throws IOException {
        byte[] bytes = Tokens.as(MENTOR)
                .get("/content/folder/zip" + which)
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
