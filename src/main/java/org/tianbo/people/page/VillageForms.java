package org.tianbo.people.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.people.opening.OpeningRefused;
import org.tianbo.people.opening.VillagePlan;
import org.tianbo.people.opening.VillageRegister;
import org.tianbo.people.opening.VillageRegister.Listed;
import org.tianbo.people.opening.VillageRegister.Outcome;
import org.tianbo.platform.data.Page;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.web.FormErrors;
import org.tianbo.platform.web.Language;
import org.tianbo.platform.web.PageResponse;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.platform.web.TableUpload;

/** The page of a county's villages, which its officers and the operator share. */
@ApplicationScoped
class VillageForms {

    private static final int PAGE = 200;

    private final VillageRegister register;

    VillageForms(VillageRegister register) {
        this.register = register;
    }

    @CheckedTemplate(basePath = "VillagePages")
    static class Templates {
        static native TemplateInstance villages(
                String address, List<Listed> villages, String next, Result result, FormErrors errors, boolean writes);
    }

    /** A file that came. @param by null for the operator */
    record Sent(FileUpload file, String confirm, boolean take, UUID by) {}

    /** One cell for which the file is not taken, in words. */
    record Wrong(int line, String field, String value, String sentence) {}

    /** What a file did, or would do. */
    record Result(String file, int rows, List<Wrong> wrong, VillagePlan plan, boolean taken) {

        static Result of(String file, Outcome outcome, Locale locale) {
            return new Result(
                    file,
                    outcome.rows(),
                    outcome.rejected().stream()
                            .flatMap(row -> row.faults().stream()
                                    .map(fault -> new Wrong(
                                            row.line(),
                                            fault.field(),
                                            fault.value(),
                                            FaultTexts.of(fault.code(), locale))))
                            .toList(),
                    outcome.plan(),
                    outcome.taken());
        }
    }

    /** @param result null where no file came */
    TemplateInstance page(String address, UUID after, Result result, FormErrors errors, boolean writes) {
        Page<Listed, UUID> page = register.page(Optional.ofNullable(after), PAGE);
        String next = page.next().map(last -> address + "?after=" + last).orElse("");
        return Templates.villages(address, page.rows(), next, result, errors, writes);
    }

    Response answer(String address, Sent sent, HttpHeaders headers) {
        Locale locale = Language.of(headers);
        return new SubmittedForm("villages", headers, errors -> page(address, null, null, errors, true)).answer(() -> {
            TableUpload table = TableUpload.of(sent.file(), OpeningRefused::fileMissing);
            Outcome checked = register.check(table.bytes());
            Outcome outcome = sent.take() && checked.rejected().isEmpty()
                    ? register.take(table.bytes(), sent.confirm(), sent.by())
                    : checked;
            Result result = Result.of(table.name(), outcome, locale);
            return PageResponse.ok(page(address, null, result, FormErrors.NONE, true), locale);
        });
    }
}
