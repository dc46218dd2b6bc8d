package org.tianbo.platform.web.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedPageTest {

    private static final String ID = "\uE000 the id \uE001";
    private static final String NAME = "\uE000 the name of the one who reads this \uE001";
    private static final SortedMap<String, String> WANG = reader("wang-1", "王五");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>您好，@name</p>",
                "<p>@name，您好</p>",
                "@name",
                "@id@name@id",
                "<html data-person=\"@id\"><p>@name</p>完"
            })
    void eachReaderReadsTheWholePageWithTheirOwnWords(String template) throws IOException {
        String filler = "<p>把一样货讲上五分钟。</p>".repeat(3_000);
        String html = filler + template + filler;
        PreparedPage page = page(html.replace("@id", ID).replace("@name", NAME));

        String expected = html.replace("@id", "wang-1").replace("@name", "王五");
        assertThat(withoutBlanks(page.encoded("gzip", WANG))).isEqualTo(expected);
        assertThat(withoutBlanks(page.encoded(null, WANG))).isEqualTo(expected);
        assertThat(withoutBlanks(page.encoded("br", WANG))).isEqualTo(expected);
    }

    @Test
    void theBlanksThatMakeUpForAShortNameStandBeforeTheNextTag() throws IOException {
        PreparedPage page = page("<span title=\"" + NAME + "\">" + NAME + "，早上好</span>");

        assertThat(read(page.encoded("gzip", WANG)))
                .isEqualTo("<span title=\"王五\">" + blanks("王五", NAME) + "王五，早上好" + blanks("王五", NAME) + "</span>");
    }

    @Test
    void aNameIsATextAndNeverMarkup() throws IOException {
        PreparedPage page = page("<p>" + NAME + "</p>");
        SortedMap<String, String> mallory = reader("m", "<b onclick='x'>\"&");

        assertThat(read(page.encoded("gzip", mallory)))
                .isEqualTo("<p>" + wide("&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;", NAME) + "</p>");
    }

    @Test
    void aNameThatIsTooLongForItsPlaceIsSentWholeAndCompressed() throws IOException {
        String longest = "名".repeat(50_000);
        PreparedPage.Sent sent = page(NAME).encoded("gzip", reader("x", longest));

        assertThat(read(sent)).isEqualTo(longest);
        assertThat(sent.encoding()).isEqualTo("gzip");
    }

    @Test
    void whatIsTheSameForAllIsPreparedWhole() throws IOException {
        String same = "{\"say\": \"把一样货讲上五分钟。\"}".repeat(20_000);
        PreparedPage page = PreparedPage.of(same, List.of());

        assertThat(read(page.encoded("gzip", Collections.emptySortedMap()))).isEqualTo(same);
        assertThat(page.encoded("gzip", Collections.emptySortedMap()).bytes()).hasSizeLessThan(5_000);
    }

    @Test
    void theReadersPlacesCostHardlyMoreThanTheirBytes() {
        String lesson = IntStream.range(0, 400)
                .mapToObj(line -> "<p class=\"step\">第" + line * 7919 % 1000 + "句：先说价钱，再说斤两。</p>")
                .collect(Collectors.joining());
        int whole = page(lesson).encoded("gzip", WANG).bytes().length;
        int apart = page("<p class=\"step\">" + ID + "</p>" + lesson + NAME + lesson)
                .encoded("gzip", WANG)
                .bytes()
                .length;

        assertThat(apart).as("the second copy is found in the first").isLessThan(whole + whole / 4);
    }

    @Test
    void theTagSaysWhichPageAndWhoseItIs() {
        PreparedPage page = page("<p>" + NAME + "</p>");

        assertThat(page.tag(WANG)).isEqualTo(page("<p>" + NAME + "</p>").tag(WANG));
        assertThat(page.tag(WANG))
                .isNotEqualTo(page.tag(reader("wang-2", "王五")))
                .isNotEqualTo(page.tag(reader("wang-1", "王六")))
                .isNotEqualTo(page("<i>" + NAME + "</i>").tag(WANG));
    }

    /** As wide as its place. */
    private static String wide(String words, String placeholder) {
        return words + blanks(words, placeholder);
    }

    private static String blanks(String words, String placeholder) {
        return " "
                .repeat(placeholder.getBytes(StandardCharsets.UTF_8).length
                        - words.getBytes(StandardCharsets.UTF_8).length);
    }

    private static PreparedPage page(String html) {
        return PreparedPage.of(html, List.of(ID, NAME));
    }

    private static SortedMap<String, String> reader(String id, String name) {
        SortedMap<String, String> reader = new TreeMap<>();
        reader.put(ID, id);
        reader.put(NAME, name);
        return reader;
    }

    private static String withoutBlanks(PreparedPage.Sent sent) throws IOException {
        return read(sent).replaceAll(" {2,}", "");
    }

    private static String read(PreparedPage.Sent sent) throws IOException {
        byte[] bytes = sent.encoding().equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(sent.bytes())).readAllBytes()
                : sent.bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
