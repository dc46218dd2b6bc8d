package org.tianbo.platform.error;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of a fault's code, in the reader's language. */
public final class FaultTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FaultTexts() {}

    /** The sentence for a code such as {@code practice.digest-mismatch}; the code itself when nobody wrote one. */
    public static String of(String code, Locale locale, Object... arguments) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return code;
        }
        try {
            String pattern = ResourceBundle.getBundle("messages/faults/" + code.substring(0, dot), locale, NO_FALLBACK)
                    .getString(code.substring(dot + 1));
            return new MessageFormat(pattern, locale).format(arguments);
        } catch (MissingResourceException unwritten) {
            return code;
        }
    }
}
