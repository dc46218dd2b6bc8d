package org.tianbo.cohort.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.tianbo.cohort.CohortRefused;
import org.tianbo.cohort.Stage;
import org.tianbo.cohort.enrolment.CohortView;
import org.tianbo.cohort.enrolment.Cohorts;
import org.tianbo.cohort.progress.ClassProgress;
import org.tianbo.cohort.progress.TraineeFilter;
import org.tianbo.cohort.progress.TraineeProgress;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.FreshSignIn;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.table.csv.CsvSheet;
import org.tianbo.platform.web.Language;

/** Classes, their funnel and the lists behind it, for programs and spreadsheets. */
@Path("/api/cohorts")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.APPLICATION_JSON)
class CohortResource {

    private static final String COHORTS =
            """
            [{"id": "019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11", "name": "2026 春季班", "from": "2026-04-01",
              "to": "2026-06-30", "enrolled": 300, "left": 18}]
            """;

    private static final String FUNNEL =
            """
            {"cohort": {"id": "019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11", "name": "2026 春季班", "from": "2026-04-01",
              "to": "2026-06-30", "enrolled": 300, "left": 18},
             "enrolled": 300, "left": 18,
             "stages": [{"stage": "learning", "name": "学习", "count": 276, "denominator": 300, "percent": 92,
               "evidence": "/api/cohorts/019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11/trainees?stage=learning"}]}
            """;

    private static final String TRAINEES =
            """
            [{"id": "019b2f70-11aa-7c55-8d21-6f0e3b9a7c42", "name": "胡海", "town": "秀市镇", "village": "王家村",
              "stage": "learning", "at": "2026-04-03T02:11:09Z",
              "evidence": {"kind": "lesson", "ref": "first-sentence", "link": null},
              "proof": "/cohorts/019b2f6e-7c1a-7d3e-9f10-2b6a4c8d0e11/trainees/\
            019b2f70-11aa-7c55-8d21-6f0e3b9a7c42#lessons",
              "current": "practising", "idleDays": 3, "left": null}]
            """;

    private final Cohorts cohorts;
    private final ClassProgress classProgress;

    CohortResource(Cohorts cohorts, ClassProgress classProgress) {
        this.cohorts = cohorts;
        this.classProgress = classProgress;
    }

    /** {@code evidence} is the query of the list behind the number. */
    record StageView(Stage stage, String name, int count, int denominator, int percent, String evidence) {}

    record FunnelView(CohortView cohort, int enrolled, int left, List<StageView> stages) {}

    @GET
    @Operation(summary = "The county's classes, the latest first")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "example", value = COHORTS)))
    public RestResponse<List<CohortView>> cohorts(
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit,
            @Context UriInfo address) {
        return answer(cohorts.page(Optional.ofNullable(after), limit), address);
    }

    @GET
    @Path("{id}/funnel")
    @Operation(summary = "Stages with counts and denominators, each with the query of the list behind it")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(name = "example", value = FUNNEL)))
    public FunnelView funnel(UUID id, @Context HttpHeaders headers) {
        ClassProgress.Report report = classProgress.funnel(id);
        CohortMessages texts = CohortTexts.in(Language.of(headers));
        return new FunnelView(
                report.cohort(),
                report.funnel().enrolled(),
                report.funnel().left(),
                report.funnel().steps().stream()
                        .map(step -> new StageView(
                                step.stage(),
                                texts.stage(step.stage()),
                                step.count(),
                                step.denominator(),
                                step.percent(),
                                list(id, step.stage())))
                        .toList());
    }

    @GET
    @Path("{id}/funnel.csv")
    @FreshSignIn
    @Produces("text/csv;charset=UTF-8")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"funnel.csv\"")
    @Operation(summary = "The same funnel for a spreadsheet")
    public String funnelAsCsv(UUID id, @Context HttpHeaders headers) {
        ClassProgress.Report report = classProgress.funnel(id);
        CohortMessages texts = CohortTexts.in(Language.of(headers));
        CsvSheet sheet = new CsvSheet(
                texts.classes(), texts.step(), "stage", texts.size(), texts.denominator(), texts.share(), texts.list());
        report.funnel()
                .steps()
                .forEach(step -> sheet.row(
                        report.cohort().name(),
                        texts.stage(step.stage()),
                        step.stage().code(),
                        step.count(),
                        step.denominator(),
                        step.percent() + "%",
                        list(id, step.stage())));
        return sheet.text();
    }

    @GET
    @Path("{id}/trainees")
    @Operation(summary = "The list behind a number: who holds the stage; or who has done nothing for so many days")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(name = "example", value = TRAINEES)))
    public RestResponse<List<TraineeProgress>> trainees(
            UUID id,
            @QueryParam("stage") String stage,
            @QueryParam("stalledDays") @Min(0) @Max(10_000) Integer stalledDays,
            @QueryParam("after") UUID after,
            @QueryParam("limit") @DefaultValue("500") @Min(1) @Max(1000) int limit,
            @Context UriInfo address) {
        TraineeFilter filter =
                new TraineeFilter(stage(stage).orElse(Stage.ENROLLED), Optional.ofNullable(stalledDays), false);
        Page<TraineeProgress, UUID> page = classProgress.trainees(id, filter, Optional.ofNullable(after), limit);
        return answer(page, address);
    }

    private static <T> RestResponse<List<T>> answer(Page<T, UUID> page, UriInfo address) {
        RestResponse.ResponseBuilder<List<T>> answer = RestResponse.ResponseBuilder.ok(page.rows());
        page.next()
                .ifPresent(last -> answer.link(
                        address.getRequestUriBuilder()
                                .replaceQueryParam("after", last)
                                .build(),
                        "next"));
        return answer.build();
    }

    /** @throws Refused for a stage that does not exist */
    static Optional<Stage> stage(String code) {
        return Optional.ofNullable(code).filter(given -> !given.isBlank()).map(given -> Stage.of(given)
                .orElseThrow(() -> CohortRefused.because("stage", "cohort.stage-unknown")));
    }

    private static String list(UUID cohort, Stage stage) {
        return "/api/cohorts/" + cohort + "/trainees?stage=" + stage.code();
    }
}
