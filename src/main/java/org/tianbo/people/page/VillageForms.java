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
import org.tianbo.people.opening.KeptVillageFile;
import org.tianbo.people.opening.KeptVillageFile.Kept;
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
    private final KeptVillageFile kept;

    VillageForms(VillageRegister register, KeptVillageFile kept) {
        this.register = register;
        this.kept = kept;
    }

    @CheckedTemplate(basePath = "VillagePages")
    static class Templates {
        static native TemplateInstance villages(
                String address, List<Listed> villages, String next, Result result, FormErrors errors, boolean writes);
    }

    /**
     * A file that came, or the one that was looked at before.
     *
     * @param kept by which that one is found; null where a file came
     * @param by null for the operator
     */
    record Sent(FileUpload file, UUID kept, String confirm, boolean take, UUID by) {}

    /** One cell for which the file is not taken, in words. */
    record Wrong(int line, String field, String value, String sentence) {}

    /** What a file did, or would do. @param kept by which it is taken; null where there is nothing to take */
    record Result(String file, UUID kept, int rows, List<Wrong> wrong, VillagePlan plan, boolean taken) {

        static Result of(String file, UUID kept, Outcome outcome, Locale locale) {
            return new Result(
                    file,
                    kept,
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
            Kept file = file(sent);
            Outcome checked = register.check(file.bytes());
            Outcome outcome = sent.take() && isReady(checked, sent.confirm())
                    ? register.take(file.bytes(), sent.confirm(), sent.by())
                    : checked;
            UUID waiting = null;
            if (outcome.taken()) {
                kept.forget();
            } else if (outcome.rejected().isEmpty()) {
                waiting = kept.keep(file.name(), file.bytes());
            }
            Result result = Result.of(file.name(), waiting, outcome, locale);
            return PageResponse.ok(page(address, null, result, FormErrors.NONE, true), locale);
        });
    }

    /** What renames or merges is shown first, whichever button sent it. */
    private static boolean isReady(Outcome checked, String confirm) {
        return checked.rejected().isEmpty()
                && (confirm != null || !checked.plan().isToBeConfirmed());
    }

    private Kept file(Sent sent) {
        if (sent.kept() != null) {
            return kept.of(sent.kept()).orElseThrow(OpeningRefused::fileMissing);
        }
        TableUpload table = TableUpload.of(sent.file(), OpeningRefused::fileMissing);
        return new Kept(table.name(), table.bytes());
    }
}
