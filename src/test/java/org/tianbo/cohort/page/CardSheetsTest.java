package org.tianbo.cohort.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tianbo.cohort.cards.CardWords;
import org.tianbo.cohort.cards.PrintedCard;
import org.tianbo.cohort.cards.PrintedCards;
import org.tianbo.platform.paper.Paper;

class CardSheetsTest {

    private static final CardWords WORDS = new CardWords(
            "田播 · 第一期电商班", "登录名", "密码", "1. 扫码　2. 输密码　3. 开始学", "卡丢了，找村协调员换一张。", "依次点", "1. 扫码　2. 依次点这三幅画　3. 开始学");
    private static final float DOTS_PER_INCH = 200;

    @Test
    void tenCardsStandOnASheetEachWithWhoseItIsAndWithWhatTheySignIn() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(pdf(21))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(3);
            assertThat(stripper.getText(pdf)).contains("春梅21", "拖船镇 上坊村", "a2b3c4", "481516", "第一期电商班", "卡丢了");
            stripper.setStartPage(1);
            stripper.setEndPage(1);
            assertThat(stripper.getText(pdf)).contains("春梅1", "春梅10").doesNotContain("春梅11");
        }
    }

    @Test
    void aPrintedCodeOpensTheCardsAddress() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(pdf(10))) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_PER_INCH);
            // The last card on the page, below on the right.
            BufferedImage card = page.getSubimage(
                    page.getWidth() / 2, page.getHeight() * 3 / 4, page.getWidth() / 4, page.getHeight() / 5);
            int[] pixels = card.getRGB(0, 0, card.getWidth(), card.getHeight(), null, 0, card.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(
                    new GlobalHistogramBinarizer(new RGBLuminanceSource(card.getWidth(), card.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText())
                    .startsWith("https://tianbo.example.org/card/a2b3c4#%E6%98%A5%E6%A2%8510");
        }
    }

    @Test
    void aCardOfPicturesShowsThemInsteadOfAPin() throws IOException {
        byte[] written = pdf(List.of(List.of(PrintedCards.of("春梅", "pic-04-11-04"))));
        try (PDDocument pdf = Loader.loadPDF(written)) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("春梅", "依次点这三幅画")
                    .doesNotContain("pic-");
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, DOTS_PER_INCH);
            Set<Integer> colours = IntStream.range(0, page.getWidth() * page.getHeight())
                    .mapToObj(pixel -> page.getRGB(pixel % page.getWidth(), pixel / page.getWidth()) & 0xFFFFFF)
                    .collect(Collectors.toSet());
            assertThat(colours).as("the sun's yellow and the apple's red").contains(0xF0B429, 0xC9361F);
        }
    }

    private static byte[] pdf(int cards) throws IOException {
        List<List<PrintedCard>> sheets = IntStream.iterate(1, first -> first <= cards, first -> first + 10)
                .mapToObj(first -> IntStream.range(first, Math.min(first + 10, cards + 1))
                        .mapToObj(number -> PrintedCards.of("春梅" + number))
                        .toList())
                .toList();
        return pdf(sheets);
    }

    private static byte[] pdf(List<List<PrintedCard>> sheets) throws IOException {
        String template = Files.readString(Path.of("src/main/resources/templates/CardSheets/sheets.html"));
        String xhtml = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .build()
                .parse(template)
                .data("words", WORDS)
                .data("sheets", sheets)
                .render();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Paper.writer().write(xhtml, out);
        return out.toByteArray();
    }
}
