package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page may leave out the words for forms that it has none of; whoever signs out without a network needs some. */
class SignOutFormsTest {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"[^\"]*/sign-out[^>]*>");

    @Test
    void eachSaysThatThereIsNoNetwork() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            List<String> forms = templates
                    .filter(Files::isRegularFile)
                    .flatMap(SignOutFormsTest::forms)
                    .toList();
            assertThat(forms).hasSizeGreaterThanOrEqualTo(4).allSatisfy(form -> assertThat(form)
                    .contains("data-offline=\"{app:offlineSignOut}\""));
        }
    }

    private static Stream<String> forms(Path template) {
        try {
            return FORM.matcher(Files.readString(template)).results().map(MatchResult::group).toList().stream();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
