package org.tianbo.mentoring.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tianbo.curriculum.Curriculum;
import org.tianbo.curriculum.Rubric;
import org.tianbo.mentoring.calibration.Calibration;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;

/** Rehearsals told in words, for a mentor to score before looking at what they deserve. */
@Path(ExamplePages.PATH)
@RolesAllowed(Roles.MENTOR)
@Produces(MediaType.TEXT_HTML)
class ExamplePages {

    static final String PATH = "/mentoring/examples";

    private static final String LEVEL = "level-";
    private static final String BROKEN = "broken";

    private final Calibration calibration;
    private final Curriculum curriculum;
    private final SignedIn signedIn;

    ExamplePages(Calibration calibration, Curriculum curriculum, SignedIn signedIn) {
        this.calibration = calibration;
        this.curriculum = curriculum;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        static native TemplateInstance list(List<ExampleView> examples, int scored);

        static native TemplateInstance example(ExampleView example, FormErrors errors);
    }

    @GET
    public TemplateInstance list(@Context HttpHeaders headers) {
        Rubric rubric = curriculum.rubric();
        Locale locale = Language.of(headers);
        List<ExampleView> examples = calibration.examples(signedIn.id()).stream()
                .map(line -> ExampleView.of(line, rubric, locale))
                .toList();
        return Templates.list(
                examples, (int) examples.stream().filter(ExampleView::scored).count());
    }

    @GET
    @Path("{example}")
    public TemplateInstance example(String example, @Context HttpHeaders headers) {
        return page(example, FormErrors.NONE, Language.of(headers));
    }

    /** Keeps the first answer; a second one changes nothing, and shows the first again. */
    @POST
    @Path("{example}")
    @BodyLimit(16_384)
    public Response score(String example, MultivaluedMap<String, String> sent, @Context HttpHeaders headers) {
        SubmittedForm form =
                new SubmittedForm("scores", headers, errors -> page(example, errors, Language.of(headers)));
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (Rubric.Criterion criterion : curriculum.rubric().criteria()) {
            String typed = Objects.requireNonNullElse(sent.getFirst(LEVEL + criterion.id()), "");
            form = form.with(LEVEL + criterion.id(), typed);
            if (typed.matches("\\d")) {
                levels.put(criterion.id(), Integer.valueOf(typed));
            }
        }
        String broken = Objects.requireNonNullElse(sent.getFirst(BROKEN), "");
        return form.with(BROKEN, broken).answer(() -> {
            calibration.score(
                    signedIn.id(),
                    example,
                    sent.getFirst("version"),
                    levels,
                    broken.equals("yes") || broken.equals("no") ? broken.equals("yes") : null);
            return Response.seeOther(URI.create(PATH + "/" + example)).build();
        });
    }

    private TemplateInstance page(String example, FormErrors errors, Locale locale) {
        return Templates.example(
                ExampleView.of(calibration.example(signedIn.id(), example), curriculum.rubric(), locale), errors);
    }
}
