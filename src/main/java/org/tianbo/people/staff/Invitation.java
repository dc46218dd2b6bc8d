package org.tianbo.people.staff;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.privacy.MobileNumber;
import org.tianbo.platform.security.Roles;

/**
 * Who is to work for the county, as somebody typed it.
 *
 * @param login what they sign in with, unique over all counties
 * @param mobile may be empty, like the e-mail address
 * @param role one of {@link #ROLES}
 * @param villages what a coordinator sees; of no effect for others
 */
public record Invitation(String login, String name, String mobile, String email, String role, Villages villages) {

    /** What a county gives out itself: nobody becomes an operator or a trainee by invitation. */
    public static final Set<String> ROLES = Set.of(Roles.MENTOR, Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR);

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{2,31}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@.]{2,}");
    private static final int LONGEST_NAME = 100;

    public Invitation {
        login = text(login).toLowerCase(Locale.ROOT);
        name = text(name);
        mobile = text(mobile);
        email = text(email);
        role = text(role);
        villages = Roles.COORDINATOR.equals(role) ? villages : Villages.ALL;
    }

    /** Somebody who sees the whole county. */
    public static Invitation officer(String login, String name, String mobile, String email) {
        return new Invitation(login, name, mobile, email, Roles.OFFICER, Villages.ALL);
    }

    /** @throws Refused with every field that does not fit */
    public void check() {
        Refused faults = StaffRefused.wrong();
        if (!LOGIN.matcher(login).matches()) {
            faults.field("login", "staff.login-shape");
        }
        checkDetails(faults);
    }

    /** The same without the login, which stays what it was. */
    void checkDetails(Refused faults) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.field("name", name.isEmpty() ? "staff.name-missing" : "staff.name-too-long");
        }
        if (!mobile.isEmpty() && MobileNumber.parse(mobile).isEmpty()) {
            faults.field("mobile", "staff.mobile-shape");
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            faults.field("email", "staff.email-shape");
        }
        if (!ROLES.contains(role)) {
            faults.field("role", "staff.role-not-given-here");
        }
        if (!villages.all() && villages.ids().isEmpty()) {
            faults.field("villages", "staff.villages-missing");
        }
        faults.throwIfAny();
    }

    /** Null where none was typed. */
    String digits() {
        return MobileNumber.parse(mobile).map(MobileNumber::digits).orElse(null);
    }

    Set<UUID> given() {
        return villages.ids();
    }

    private static String text(String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
