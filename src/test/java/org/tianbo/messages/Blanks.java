package org.tianbo.messages;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.TemplateException;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a text leaves open. A script fills in {@code [name]} and {@code #}; the rest depends on who fills it in.
 *
 * <p>Both readers throw an {@link IllegalArgumentException} that says what is wrong when the text cannot be read.
 */
enum Blanks {

    /** Qute: {@code {name}}, and the parameters its sections look at. */
    QUTE {
        @Override
        Set<String> in(String text) {
            Set<String> names = named(QUTE_TAG.matcher(text).replaceAll(""));
            if (!text.contains("{")) {
                return names;
            }
            try {
                collect(ENGINE.parse(text).getExpressions(), names);
            } catch (TemplateException broken) {
                throw new IllegalArgumentException(broken.getMessage(), broken);
            }
            return names;
        }
    },

    /** {@link MessageFormat}: {@code {0}}; an apostrophe is written twice. */
    MESSAGE_FORMAT {
        @Override
        Set<String> in(String text) {
            new MessageFormat(text);
            if (text.replace("''", "").contains("'")) {
                throw new IllegalArgumentException("an apostrophe is written twice here: ''");
            }
            Set<String> names = named(NUMBERED.matcher(text).replaceAll(""));
            NUMBERED.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
            return names;
        }
    };

    private static final Engine ENGINE = Engine.builder().addDefaults().build();
    private static final Pattern QUTE_TAG = Pattern.compile("\\{[^}]*}");
    private static final Pattern NUMBERED = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern SCRIPTED = Pattern.compile("\\[\\w+]|#");

    /** Names of the blanks in a text. */
    abstract Set<String> in(String text);

    private static Set<String> named(String text) {
        Set<String> names = new TreeSet<>();
        SCRIPTED.matcher(text).results().map(found -> found.group()).forEach(names::add);
        return names;
    }

    private static void collect(Collection<Expression> expressions, Set<String> names) {
        for (Expression expression : expressions) {
            if (expression.isLiteral() || expression.hasNamespace()) {
                continue;
            }
            List<Expression.Part> parts = expression.getParts();
            names.add(parts.get(0).getName());
            parts.stream()
                    .filter(Expression.Part::isVirtualMethod)
                    .forEach(part -> collect(part.asVirtualMethod().getParameters(), names));
        }
    }
}
