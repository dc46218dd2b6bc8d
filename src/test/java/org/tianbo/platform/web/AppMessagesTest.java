package org.tianbo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AppMessagesTest {

    @Test
    void everySharedWordHasItsEnglish() throws IOException {
        Properties english = new Properties();
        try (Reader reader = new InputStreamReader(
                AppMessages.class.getResourceAsStream("/messages/app_en.properties"), StandardCharsets.UTF_8)) {
            english.load(reader);
        }

        assertThat(english.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AppMessages.class.getMethods())
                        .map(Method::getName)
                        .toList());
    }
}
