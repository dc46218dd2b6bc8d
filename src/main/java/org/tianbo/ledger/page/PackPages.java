package org.tianbo.ledger.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.tianbo.attendance.ClassRegister;
import org.tianbo.ledger.LedgerRefused;
import org.tianbo.ledger.export.Pack;
import org.tianbo.ledger.export.PackPeriod;
import org.tianbo.ledger.export.Packs;
import org.tianbo.people.Counties;
import org.tianbo.people.People;
import org.tianbo.platform.data.Ids;
import org.tianbo.platform.error.Refused;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.SubmittedForm;

/** A period of the ledger as a PDF to be printed and kept. */
@Path("/ledger/pack")
@RolesAllowed({Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class PackPages {

    private static final String FORM = "pack";
    private static final String PDF = "application/pdf";

    private final Packs packs;
    private final ClassRegister register;
    private final Counties counties;
    private final People people;
    private final SignedIn signedIn;

    PackPages(Packs packs, ClassRegister register, Counties counties, People people, SignedIn signedIn) {
        this.packs = packs;
        this.register = register;
        this.counties = counties;
        this.people = people;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ask(List<ClassOption> classes, FormErrors errors);

        static native TemplateInstance pack(Pack pack, Cover cover);
    }

    /** A class to choose. */
    record ClassOption(String id, String name) {}

    /**
     * What stands on the first page.
     *
     * @param className empty for all classes
     */
    record Cover(String county, String className, String madeBy) {}

    @GET
    public TemplateInstance ask() {
        return form(FormErrors.NONE);
    }

    /**
     * @param from {@code 2026-09-01}
     * @param cohort id of a class; empty for all
     */
    @POST
    @BodyLimit(16_384)
    @Produces(MediaType.WILDCARD)
    public Response pack(
            @FormParam("from") String from,
            @FormParam("to") String to,
            @FormParam("cohort") String cohort,
            @Context HttpHeaders headers) {
        return new SubmittedForm(FORM, headers, this::form)
                .with("from", from)
                .with("to", to)
                .with("cohort", cohort)
                .answer(() -> file(period(from, to, cohort), Language.of(headers)));
    }

    private Response file(PackPeriod period, Locale locale) {
        Cover cover = new Cover(
                counties.county(signedIn.county())
                        .map(county -> isEnglish(locale) ? county.nameEn() : county.nameZh())
                        .orElse(signedIn.county()),
                period.cohort().map(register::name).orElse(""),
                people.names(List.of(signedIn.id())).getOrDefault(signedIn.id(), ""));
        return Response.ok(
                        packs.write(
                                period,
                                pack -> Templates.pack(pack, cover)
                                        .setLocale(locale)
                                        .render(),
                                signedIn.id()),
                        PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ledger-%s-%s.pdf\"".formatted(period.from(), period.to()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static boolean isEnglish(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    private TemplateInstance form(FormErrors errors) {
        return Templates.ask(
                register.names().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(one -> new ClassOption(one.getKey().toString(), one.getValue()))
                        .toList(),
                errors);
    }

    private static PackPeriod period(String from, String to, String cohort) {
        Refused refused = LedgerRefused.wrong();
        LocalDate first = day("from", from, refused);
        LocalDate last = day("to", to, refused);
        if (first != null && last != null && last.isBefore(first)) {
            refused.field("to", "ledger.ends-before-it-begins");
        }
        refused.throwIfAny();
        Optional<UUID> of = Optional.ofNullable(cohort)
                .filter(id -> !id.isEmpty())
                .map(id -> Ids.parse(id).orElseThrow(LedgerRefused::unknown));
        return new PackPeriod(first, last, of);
    }

    private static LocalDate day(String field, String typed, Refused refused) {
        try {
            LocalDate day = LocalDate.parse(Objects.toString(typed, "").strip());
            if (LedgerQuery.canBe(day)) {
                return day;
            }
            refused.field(field, "ledger.day-missing");
        } catch (DateTimeException unreadable) {
            refused.field(field, "ledger.day-missing");
        }
        return null;
    }
}
