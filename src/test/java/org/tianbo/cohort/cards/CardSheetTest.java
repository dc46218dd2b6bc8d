package org.tianbo.cohort.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.tianbo.people.Cards.IssuedCard;
import org.tianbo.people.PersonView;

class CardSheetTest {

    private static final Pattern STREAM = Pattern.compile("/Length (\\d+) [^>]*>>\nstream\n");
    private static final Pattern OFFSET = Pattern.compile("(\\d{10}) 00000 n ");

    @Test
    void tenCardsStandOnAPage() throws IOException {
        String pdf = text(sheet(21));

        assertThat(pdf).contains("/Count 3 ");
        assertThat(streams(pdf)).hasSize(3);
        assertThat(streams(pdf)[0].split(" re S\n", -1)).hasSize(11);
        assertThat(streams(pdf)[2].split(" re S\n", -1)).hasSize(2);
    }

    @Test
    void aCardSaysWhoseItIsAndWithWhatTheySignIn() throws IOException {
        String drawn = streams(text(sheet(1)))[0];

        assertThat(drawn)
                .contains(hex("春梅", true))
                .contains(hex("a2b3c4", false))
                .contains(hex("481516", false));
        assertThat(drawn.split(" re f\n", -1).length).isGreaterThan(300);
    }

    /** A reader looks where the table says that an object begins. */
    @Test
    void theTableNamesWhereEachObjectBegins() {
        String pdf = text(sheet(12));
        Matcher offsets = OFFSET.matcher(pdf);
        int object = 0;
        while (offsets.find()) {
            object++;
            assertThat(pdf.substring(Integer.parseInt(offsets.group(1)))).startsWith(object + " 0 obj\n");
        }
        assertThat(object).isEqualTo(7 + 2 * 2);
    }

    private static byte[] sheet(int cards) {
        CardSheet sheet = new CardSheet(
                URI.create("https://tianbo.example.org"),
                new CardWords("田播 · 第一期电商班", "登录名", "密码", "1. 扫码　2. 输密码　3. 开始学", "卡丢了，找村协调员换一张。"));
        for (int card = 0; card < cards; card++) {
            sheet.add(new IssuedCard(
                    new PersonView(UUID.randomUUID(), "春梅", "上坊村", "拖船镇", "a2b3c4", "13800000000"), "481516"));
        }
        return sheet.pdf();
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private static String hex(String text, boolean chinese) {
        StringBuilder hex = new StringBuilder();
        for (byte one : text.getBytes(chinese ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII)) {
            hex.append("%02X".formatted(one));
        }
        return hex.toString();
    }

    private static String[] streams(String pdf) throws IOException {
        Matcher stream = STREAM.matcher(pdf);
        StringBuilder all = new StringBuilder();
        while (stream.find()) {
            byte[] deflated = pdf.substring(stream.end(), stream.end() + Integer.parseInt(stream.group(1)))
                    .getBytes(StandardCharsets.ISO_8859_1);
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
                all.append(text(in.readAllBytes())).append('\f');
            }
        }
        return all.toString().split("\f");
    }
}
