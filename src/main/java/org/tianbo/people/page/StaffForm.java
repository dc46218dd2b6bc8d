package org.tianbo.people.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.people.StaffVillages.Villages;
import org.tianbo.people.staff.Invitation;
import org.tianbo.people.staff.StaffView;
import org.tianbo.platform.data.Ids;

/**
 * The form about one member of staff, as it was typed or as it stands.
 *
 * @param some whether only the ticked villages count
 */
record StaffForm(
        String login, String name, String mobile, String email, String role, boolean some, Set<UUID> villages) {

    static final StaffForm EMPTY = new StaffForm("", "", "", "", "", false, Set.of());

    static StaffForm of(MultivaluedMap<String, String> sent) {
        return new StaffForm(
                text(sent, "login"),
                text(sent, "name"),
                text(sent, "mobile"),
                text(sent, "email"),
                text(sent, "role"),
                "some".equals(sent.getFirst("scope")),
                sent.getOrDefault("villages", List.of()).stream()
                        .flatMap(id -> Ids.parse(id).stream())
                        .collect(Collectors.toSet()));
    }

    static StaffForm of(StaffView member, Set<UUID> given) {
        return new StaffForm(
                member.login(),
                member.name(),
                member.mobile(),
                member.email(),
                member.role(),
                !member.allVillages(),
                given);
    }

    Invitation invitation() {
        return new Invitation(login, name, mobile, email, role, some ? Villages.only(villages) : Villages.ALL);
    }

    public boolean has(UUID village) {
        return villages.contains(village);
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }
}
