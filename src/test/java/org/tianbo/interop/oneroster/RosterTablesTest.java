package org.tianbo.interop.oneroster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.interop.oneroster.RosterTables.User;

class RosterTablesTest {

    private static final Map<String, String> FILES = Map.of(
            "manifest.csv",
            """
            propertyName,value
            oneroster.version,1.2
            file.orgs,bulk
            file.classes,bulk
            file.users,bulk
            file.enrollments,bulk
            """,
            "orgs.csv",
            """
            sourcedId,name,type,parentSourcedId
            d,互通县,district,
            s,互通学校,school,d
            t,互通镇,local,d
            v,互通村,local,t
            """,
            "classes.csv",
            "sourcedId,title\nc,互通班\n",
            "users.csv",
            """
            sourcedId,givenName,familyName,primaryOrgSourcedId
            u1,小兰,欧阳,v
            u2,大山,王,s
            """,
            "enrollments.csv",
            """
            classSourcedId,userSourcedId,role
            c,u1,student
            c,u2,student
            c,u1,student
            """);

    @Test
    void whoseOrgIsASchoolHasNoVillage() {
        assertThat(students())
                .extracting(User::name, User::town, User::village)
                .containsExactly(tuple("欧阳小兰", "互通镇", "互通村"), tuple("王大山", "", ""));
    }

    @Test
    void whoIsInAClassTwiceIsInItOnce() {
        assertThat(students()).extracting(User::line).containsExactly(2, 3);
    }

    private static List<User> students() {
        Map<String, byte[]> files = new HashMap<>();
        FILES.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return List.copyOf(new RosterTables(files).classes().get(0).students());
    }
}
