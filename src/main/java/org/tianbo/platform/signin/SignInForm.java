package org.tianbo.platform.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody sends to sign in, taken apart just as Keycloak does it: a reader that finds another name in the same
 * bytes counts the tries of the wrong person. What two readers could understand differently is refused.
 *
 * @param grant how a program asks for a token; empty on the sign-in page
 */
record SignInForm(String grant, String login, String password) {

    private static final String GRANT = "grant_type";
    private static final String LOGIN = "username";
    private static final String PASSWORD = "password";
    private static final Set<String> ONCE = Set.of(GRANT, LOGIN, PASSWORD);

    /** In each of these character sets the names of the fields are the same bytes. */
    private static final Pattern TYPE = Pattern.compile(
            "application/x-www-form-urlencoded\\s*(?:;\\s*charset=\"?(?:utf-8|iso-8859-1|us-ascii)\"?\\s*)?;?",
            Pattern.CASE_INSENSITIVE);

    /**
     * @param type the header {@code Content-Type}; it may be null
     * @throws IllegalArgumentException when it is no form, has something that cannot be decoded, or one of the three
     *     fields more than once
     */
    static SignInForm read(String type, String body) {
        if (type == null || !TYPE.matcher(type.strip()).matches()) {
            throw new IllegalArgumentException("No form: " + type);
        }
        Map<String, String> sent = new HashMap<>();
        for (String field : body.split("&")) {
            int equals = field.indexOf('=');
            String name = decoded(equals < 0 ? field : field.substring(0, equals));
            String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
            if (ONCE.contains(name) && sent.put(name, value) != null) {
                throw new IllegalArgumentException(name + " comes more than once");
            }
        }
        return new SignInForm(
                sent.getOrDefault(GRANT, ""), sent.getOrDefault(LOGIN, ""), sent.getOrDefault(PASSWORD, ""));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "SignInForm[" + grant + ' ' + login + ']';
    }
}
