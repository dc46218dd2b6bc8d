package org.tianbo.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each kind of wrong text is found, and said in one line that names the file and the key. */
class WrongTextsTest {

    private static final Glossary GLOSSARY = Glossary.read(Path.of("content"));

    @Test
    void aMessageWithoutEnglish() {
        assertThat(bundle("back=返回\nnext=下一步", "back=Back", Map.of("back", List.of(), "next", List.of())))
                .containsExactly("app_en.properties: next is missing; AppMessages names it");
    }

    @Test
    void aMessageWithoutChinese() {
        assertThat(bundle("", "back=Back", Map.of("back", List.of())))
                .containsExactly("app.properties: back is missing; AppMessages names it");
    }

    @Test
    void aTextWithoutAMessage() {
        assertThat(bundle("back=返回\nold=旧", "back=Back\nold=Old", Map.of("back", List.of())))
                .containsExactly(
                        "app.properties: AppMessages names no message old",
                        "app_en.properties: AppMessages names no message old");
    }

    @Test
    void aMessageNobodyAsksFor() {
        assertThat(bundle("back=返回\nidle=闲着", "back=Back\nidle=Idle", Map.of("back", List.of(), "idle", List.of())))
                .containsExactly("app.properties: idle is unused; strike it from AppMessages and from both files");
    }

    @Test
    void aParameterThatOneLanguageLeavesOut() {
        assertThat(bundle("back=回到{page}", "back=Back", Map.of("back", List.of("page"))))
                .containsExactly("app_en.properties: back fills in [], the Chinese [page]");
    }

    @Test
    void aParameterInsideASection() {
        assertThat(bundle(
                        "back={#if far}回{page}{#else}返回{/if}",
                        "back={#if far}Back{/if}",
                        Map.of("back", List.of("far", "page"))))
                .containsExactly("app_en.properties: back fills in [far], the Chinese [far, page]");
    }

    @Test
    void aParameterNobodySays() {
        assertThat(bundle("back=返回", "back=Back", Map.of("back", List.of("page"))))
                .containsExactly(
                        "app.properties: back never says {page}, which AppMessages hands it, nor does the English");
    }

    @Test
    void aParameterNobodyHandsOver() {
        assertThat(bundle("back=回到{page}", "back=Back to {page}", Map.of("back", List.of())))
                .containsExactly(
                        "app.properties: back says {page}, which AppMessages does not hand it",
                        "app_en.properties: back says {page}, which AppMessages does not hand it");
    }

    @Test
    void aBlankForTheScriptThatOneLanguageLeavesOut() {
        assertThat(bundle("back=还能写 # 个字，[name]", "back=# left", Map.of("back", List.of())))
                .containsExactly("app_en.properties: back fills in [#], the Chinese [#, [name]]");
    }

    @Test
    void aTextThatQuteCannotRead() {
        assertThat(bundle("back={#if far}回", "back=Back", Map.of("back", List.of())))
                .singleElement()
                .asString()
                .startsWith("app.properties: back cannot be read: ")
                .doesNotContain("\n");
    }

    @Test
    void aTextInJava() {
        assertThat(Bundle.inJava("AppMessages.java", "    @Message(\"返回\")\n    String back();\n    String next();"))
                .containsExactly("AppMessages.java: @Message(\"返回\") belongs into a file of messages");
    }

    @Test
    void anotherOrder() {
        assertThat(pair("back=返回\nnext=下一步", "next=Next\nback=Back").outOfOrder())
                .containsExactly("app_en.properties: back stands elsewhere than in the Chinese");
    }

    @Test
    void aKeyThatStandsTwice() {
        assertThat(bundle("back=返回\nback=回去", "back=Back", Map.of("back", List.of())))
                .containsExactly("app.properties: back stands twice");
    }

    @Test
    void aWordTheGlossaryRefuses() {
        assertThat(GLOSSARY.faults(pair("a=请先登陆\nb=一天的GMV", "a=Log in first\nb=A day's sales")))
                .containsExactly(
                        "app.properties: a says “登陆”; say “登录”",
                        "app.properties: b says “GMV”; say “卖了多少钱”",
                        "app_en.properties: a says “log in”; say “sign in”");
    }

    @Test
    void aThingUnderAnotherName() {
        assertThat(GLOSSARY.faults(pair("a=我的小店", "a=My outlet")))
                .containsExactly("app_en.properties: a does not say “store” for “小店”");
    }

    @Test
    void whatIsFilledInIsNoWord() {
        assertThat(GLOSSARY.faults(pair("a={shop}：[login]", "a={shop}: [login]")))
                .isEmpty();
    }

    @Test
    void aFaultNobodyThrows() {
        assertThat(new FaultTextUse(List.of("new Gone(\"app.gone\")", "\"app.quota-\" + name"))
                        .faults(Map.of("app", pair("gone=没了\nquota-bytes=满了\nidle=闲着", ""))))
                .containsExactly("app.properties: idle is unused; nothing says \"app.idle\"");
    }

    @Test
    void aFaultWithoutText() {
        assertThat(new FaultTextUse(List.of("super(Kind.GONE, \"app.gone\")", "field(\"day\", \"app.day-missing\")"))
                        .faults(Map.of("app", pair("", ""))))
                .containsExactly(
                        "app.properties: app.day-missing is thrown and has no text",
                        "app.properties: app.gone is thrown and has no text");
    }

    @Test
    void aRefusalWithoutText() {
        assertThat(new FaultTextUse(List.of(
                                "return Refused.gone(\"app.gone\")",
                                "Refused.ofField(\"visit.day\", \"app.day-missing\")",
                                "new NotFound(\"app.unknown\")"))
                        .faults(Map.of("app", pair("", ""))))
                .containsExactly(
                        "app.properties: app.day-missing is thrown and has no text",
                        "app.properties: app.gone is thrown and has no text",
                        "app.properties: app.unknown is thrown and has no text");
    }

    @Test
    void anApostropheThatSwallowsTheRest() {
        TextPair texts = new TextPair(
                TextFile.of("a.properties", "late=晚了 {0} 分"),
                TextFile.of("a_en.properties", "late=It's {0} late"),
                Blanks.MESSAGE_FORMAT);
        assertThat(texts.faults())
                .containsExactly("a_en.properties: late cannot be read: an apostrophe is written twice here: ''");
    }

    @Test
    void aNumberThatOneLanguageLeavesOut() {
        TextPair texts = new TextPair(
                TextFile.of("a.properties", "late=晚了 {0} 分"),
                TextFile.of("a_en.properties", "late=Late"),
                Blanks.MESSAGE_FORMAT);
        assertThat(texts.faults()).containsExactly("a_en.properties: late fills in [], the Chinese [0]");
    }

    private static List<String> bundle(String chinese, String english, Map<String, List<String>> methods) {
        return new Bundle("app", "AppMessages", methods, Set.of(), pair(chinese, english))
                .faults(Set.of("app:back", "app:next"));
    }

    private static TextPair pair(String chinese, String english) {
        return new TextPair(
                TextFile.of("app.properties", chinese), TextFile.of("app_en.properties", english), Blanks.QUTE);
    }
}
