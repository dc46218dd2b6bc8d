package org.tianbo.mentoring.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.curriculum.Rubric.Criterion;
import org.tianbo.curriculum.Text;
import org.tianbo.mentoring.rubric.RubricChanges;
import org.tianbo.mentoring.rubric.RubricVersion;
import org.tianbo.mentoring.rubric.TypedCriterion;
import org.tianbo.people.People;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.settings.SettingPage.Last;

/** What rehearsals are scored by: seen by officers and auditors, changed by officers; among the county's settings. */
@Path(RubricPages.PATH)
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class RubricPages {

    static final String PATH = "/county/settings/mentoring.rubric";

    private static final String WEIGHTS = "weights";
    private static final String WORDS = "words";
    private static final String REASON = "reason";
    private static final String WEIGHT = "weight-";
    private static final int PAGE = 20;
    private static final Text NOTHING = new Text("", "");

    private final RubricChanges changes;
    private final Curriculum curriculum;
    private final People people;
    private final SignedIn signedIn;

    RubricPages(RubricChanges changes, Curriculum curriculum, People people, SignedIn signedIn) {
        this.changes = changes;
        this.curriculum = curriculum;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        /** @param next the address of the next page of the history, empty on the last */
        static native TemplateInstance rubric(
                RubricView rubric, List<RubricView.Change> history, String next, boolean writes, FormErrors errors);

        /**
         * @param id of the criterion, or {@link RubricChanges#NEW}
         * @param criterion its title; empty for a new one
         */
        static native TemplateInstance criterion(
                String id, String criterion, long version, List<RubricView.Field> fields, FormErrors errors);

        static native TemplateInstance version(RubricView rubric, RubricView.Change change);
    }

    /** @param before the last version on the page of the history before; without it the latest come first */
    @GET
    public TemplateInstance rubric(@QueryParam("before") Long before, @Context HttpHeaders headers) {
        return page(before, FormErrors.NONE, headers);
    }

    /** Changes the weights; a button named {@code usual} puts back what is usual. */
    @POST
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(16_384)
    public Response weigh(MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        SubmittedForm form = new SubmittedForm(WEIGHTS, headers, errors -> page(null, errors, headers))
                .with(REASON, sent.getFirst(REASON));
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : sent.keySet()) {
            if (field.startsWith(WEIGHT)) {
                typed.put(field.substring(WEIGHT.length()), Objects.requireNonNullElse(sent.getFirst(field), ""));
                form = form.with(field, sent.getFirst(field));
            }
        }
        return form.answer(() -> {
            if (sent.containsKey("usual")) {
                changes.putBack(asked(sent));
            } else {
                changes.weigh(asked(sent), typed);
            }
            return Response.seeOther(URI.create(PATH)).build();
        });
    }

    /** The form of a criterion's words. */
    @GET
    @Path("criteria/{id}")
    @RolesAllowed(Roles.OFFICER)
    public TemplateInstance criterion(String id, @Context HttpHeaders headers) {
        return criterion(id, FormErrors.NONE, headers);
    }

    @POST
    @Path("criteria/{id}")
    @RolesAllowed(Roles.OFFICER)
    @BodyLimit(65_536)
    public Response word(String id, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        SubmittedForm form = new SubmittedForm(WORDS, headers, errors -> criterion(id, errors, headers))
                .with(REASON, sent.getFirst(REASON));
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : TypedCriterion.fields()) {
            typed.put(field, Objects.requireNonNullElse(sent.getFirst(field), ""));
            form = form.with(field, typed.get(field));
        }
        return form.answer(() -> {
            changes.word(asked(sent), id, new TypedCriterion(typed));
            return Response.seeOther(URI.create(PATH)).build();
        });
    }

    /** The whole rubric as it was from that version on. */
    @GET
    @Path("versions/{number}")
    public TemplateInstance version(String number, @Context HttpHeaders headers) {
        Locale locale = Language.of(headers);
        RubricVersion version = changes.version(parsed(number));
        RubricChanges.Step step = changes.before(version.number() + 1, 1).rows().get(0);
        return Templates.version(
                RubricView.of(
                        version.number(), version.own(), changes.criteria(version), changes.usual(version), locale),
                RubricView.Change.of(step, names(List.of(step)).getOrDefault(version.by(), ""), locale));
    }

    private TemplateInstance page(Long before, FormErrors errors, HttpHeaders headers) {
        Locale locale = Language.of(headers);
        Optional<Last> last = changes.last();
        Page<RubricChanges.Step, Long> history = changes.before(before == null ? Long.MAX_VALUE : before, PAGE);
        Map<UUID, String> names = names(history.rows());
        return Templates.rubric(
                RubricView.of(
                        last.map(Last::version).orElse(0L),
                        last.filter(Last::own).isPresent(),
                        changes.criteria(),
                        curriculum.rubric(),
                        locale),
                history.rows().stream()
                        .map(step -> RubricView.Change.of(
                                step, names.getOrDefault(step.version().by(), ""), locale))
                        .toList(),
                history.next().map(number -> PATH + "?before=" + number).orElse(""),
                signedIn.is(Roles.OFFICER),
                errors);
    }

    private TemplateInstance criterion(String id, FormErrors errors, HttpHeaders headers) {
        Optional<Criterion> known =
                id.equals(RubricChanges.NEW) ? Optional.empty() : Optional.of(changes.criterion(id));
        return Templates.criterion(
                id,
                known.map(one -> one.title().in(Language.of(headers))).orElse(""),
                changes.last().map(Last::version).orElse(0L),
                fields(known),
                errors);
    }

    private static List<RubricView.Field> fields(Optional<Criterion> known) {
        List<RubricView.Field> fields = new ArrayList<>();
        fields.add(RubricView.Field.of("title", -1, known.map(Criterion::title).orElse(NOTHING)));
        fields.add(RubricView.Field.of("ask", -2, known.map(Criterion::ask).orElse(NOTHING)));
        for (int level = Rubric.BEST; level >= 0; level--) {
            int one = level;
            fields.add(RubricView.Field.of(
                    "level-" + level,
                    level,
                    known.map(criterion -> criterion.levels().get(one)).orElse(NOTHING)));
        }
        return fields;
    }

    private Map<UUID, String> names(List<RubricChanges.Step> steps) {
        return people.names(steps.stream().map(step -> step.version().by()).collect(Collectors.toSet()));
    }

    private RubricChanges.Asked asked(MultivaluedMap<String, String> sent) {
        return new RubricChanges.Asked(parsed(sent.getFirst("version")), sent.getFirst(REASON), signedIn.id());
    }

    /** A version that no page of ours could have sent fits none. */
    private static long parsed(String version) {
        return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }
}
