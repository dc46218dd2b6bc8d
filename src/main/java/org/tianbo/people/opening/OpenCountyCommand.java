package org.tianbo.people.opening;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import org.tianbo.people.opening.CountyOpening.Opened;
import org.tianbo.people.staff.Invitation;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.error.FaultTexts;

/**
 * Opens a county from a terminal, where the operator has no account yet: with the application's own settings, beside
 * replicas that serve. Prints the first officer's way in; told again, it changes nothing.
 */
@Singleton
@Unremovable
public class OpenCountyCommand implements QuarkusApplication {

    public static final String WORD = "open-county";

    /** No address is served and no job is run by this process. */
    public static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.management.port", "0",
            "tianbo.jobs.enabled", "false");

    private static final int ARGUMENTS = 7;
    private static final String USAGE =
            "open-county <short name> <GB/T 2260 code> <name in Chinese> <name in English> <officer's login>"
                    + " <officer's name>";

    private final CountyOpening opening;

    OpenCountyCommand(CountyOpening opening) {
        this.opening = opening;
    }

    @Override
    @ActivateRequestContext
    public int run(String... arguments) {
        if (arguments.length != ARGUMENTS) {
            System.err.println("Usage: " + USAGE);
            return 2;
        }
        try {
            Opened opened = opening.open(
                    new NewCounty(arguments[1], arguments[2], arguments[3], arguments[4]),
                    Invitation.officer(arguments[5], arguments[6], "", ""));
            System.out.println(
                    opened.officer().password().isEmpty()
                            ? "The county and its officer are there already."
                            : "The county is open. Its officer signs in as " + arguments[5] + " with the password "
                                    + opened.officer().password() + " and then chooses another.");
            return 0;
        } catch (Fault refused) {
            refused.fields()
                    .forEach(field ->
                            System.err.println(field.field() + ": " + FaultTexts.of(field.code(), Locale.ENGLISH)));
            System.err.println(FaultTexts.of(refused.code(), Locale.ENGLISH, refused.arguments()));
            return 1;
        }
    }
}
