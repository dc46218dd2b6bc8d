package org.tianbo.cohort.page.person;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.tianbo.people.PersonDetails;
import org.tianbo.people.PersonEdits.PersonRefused;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.SubmittedForm;

/** What was typed about a person; a browser may leave a field out. */
record PersonForm(
        @RestForm String name,
        @RestForm String phone,
        @RestForm String village,
        @RestForm String gender,
        @RestForm String category,
        @RestForm String note) {

    /** @throws PersonRefused for a village that can be none */
    PersonDetails details() {
        String chosen = text(village);
        if (!chosen.isEmpty() && Ids.parse(chosen).isEmpty()) {
            throw new PersonRefused().field("village", "people.village-unknown");
        }
        return new PersonDetails(
                text(name),
                text(phone),
                chosen.isEmpty() ? Optional.empty() : Ids.parse(chosen),
                text(gender),
                text(category),
                text(note));
    }

    SubmittedForm submitted(String form, HttpHeaders headers, Function<FormErrors, TemplateInstance> page) {
        return new SubmittedForm(form, headers, page)
                .with("name", name)
                .with("phone", phone)
                .with("village", village)
                .with("gender", gender)
                .with("category", category)
                .with("note", note);
    }

    private static String text(String typed) {
        return Objects.toString(typed, "").strip();
    }
}
