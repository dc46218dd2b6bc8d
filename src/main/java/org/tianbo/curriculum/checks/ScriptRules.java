package org.tianbo.curriculum.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tianbo.curriculum.document.SourceDocument;

/**
 * What a host could say can be said as it stands once its blanks are filled in: {@code {price}} is a blank, and a part
 * in square brackets is left out where one of its blanks has no value. Every host has a name and sells something; all
 * else may be missing, and stands in brackets.
 */
final class ScriptRules {

    private static final Set<String> ALWAYS_KNOWN = Set.of("host", "product", "products");
    private static final Set<String> KNOWN = Set.of(
            "host",
            "village",
            "product",
            "products",
            "price",
            "weight",
            "origin",
            "product2",
            "price2",
            "weight2",
            "origin2",
            "product3",
            "price3",
            "weight3",
            "origin3");

    private static final Pattern OPTIONAL = Pattern.compile("\\[[^\\[\\]]*]");
    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");
    private static final Pattern STRAY = Pattern.compile("[\\[\\]{}×]");

    private final SourceDocument show;
    private final References references;

    ScriptRules(SourceDocument show, References references) {
        this.show = show;
        this.references = references;
    }

    void check() {
        JsonNode steps = show.body().get("steps");
        for (int i = 0; i < steps.size(); i++) {
            for (String language : List.of("zh", "en")) {
                check(
                        "/steps/" + i + "/say/" + language,
                        steps.get(i).at("/say/" + language).asText());
            }
        }
    }

    private void check(String at, String say) {
        blanks(say)
                .filter(blank -> !KNOWN.contains(blank))
                .forEach(blank ->
                        references.fault(show, at, "没有叫“" + blank + "”的空", "there is no blank \"" + blank + "\""));
        blanks(OPTIONAL.matcher(say).replaceAll(""))
                .filter(blank -> KNOWN.contains(blank) && !ALWAYS_KNOWN.contains(blank))
                .forEach(blank -> references.fault(
                        show,
                        at,
                        "“" + blank + "”可能没有填，要放在方括号里",
                        "\"" + blank + "\" may have no value; put what needs it into square brackets"));
        String spoken = BLANK.matcher(say).replaceAll("");
        if (STRAY.matcher(OPTIONAL.matcher(spoken).replaceAll("")).find()
                || OPTIONAL.matcher(spoken)
                        .results()
                        .map(part -> part.group().substring(1, part.group().length() - 1))
                        .anyMatch(part -> STRAY.matcher(part).find())) {
            references.fault(
                    show, at, "留空要写成 {price} 这样，括号要成对，不用“×”", "write blanks as {price}, brackets in pairs, no ×");
        }
    }

    private static Stream<String> blanks(String say) {
        Matcher matcher = BLANK.matcher(say);
        return matcher.results().map(found -> found.group(1));
    }
}
