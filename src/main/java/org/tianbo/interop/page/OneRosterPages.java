package org.tianbo.interop.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.interop.InteropRefused;
import org.tianbo.interop.oneroster.OneRosterImport;
import org.tianbo.interop.page.OneRosterResource.Rejected;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.BodyLimit;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.platform.web.TableUpload;

/** OneRoster files, out and in, for officers. */
@Path("/county/connections/oneroster")
@RolesAllowed(Roles.OFFICER)
@Produces(MediaType.TEXT_HTML)
class OneRosterPages {

    private static final int SHOWN = 200;

    private final OneRosterImport imports;
    private final SignedIn signedIn;

    OneRosterPages(OneRosterImport imports, SignedIn signedIn) {
        this.imports = imports;
        this.signedIn = signedIn;
    }

    /**
     * What became of a ZIP.
     *
     * @param count of all that does not fit; {@code rejected} has the first of it
     */
    record Result(boolean stored, List<OneRosterImport.OfOneClass> classes, List<Rejected> rejected, int count) {

        static Result of(boolean stored, OneRosterImport.Outcome outcome, Locale locale) {
            return new Result(
                    stored,
                    outcome.classes(),
                    outcome.faults().stream()
                            .limit(SHOWN)
                            .map(fault -> Rejected.of(fault, locale))
                            .toList(),
                    outcome.faults().size());
        }

        public int more() {
            return count - rejected.size();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance files(Result result, boolean consent, FormErrors errors);
    }

    @GET
    public TemplateInstance files() {
        return Templates.files(null, false, FormErrors.NONE);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(OneRosterResource.LARGEST)
    public Response take(
            @RestForm("file") FileUpload file,
            @RestForm("consent") String consent,
            @RestForm("do") String what,
            @Context HttpHeaders headers) {
        boolean consented = consent != null;
        return new SubmittedForm("oneroster", headers, errors -> Templates.files(null, consented, errors))
                .answer(() -> {
                    byte[] zip = TableUpload.of(file, () -> InteropRefused.wrong("file", "interop.file-missing"))
                            .bytes();
                    boolean store = "take".equals(what);
                    if (store && !consented) {
                        throw InteropRefused.wrong("consent", "interop.consent-missing");
                    }
                    Locale locale = Language.of(headers);
                    OneRosterImport.Outcome outcome = store ? imports.take(zip, signedIn.id()) : imports.check(zip);
                    return PageResponse.ok(
                            Templates.files(Result.of(store, outcome, locale), consented, FormErrors.NONE), locale);
                });
    }
}
