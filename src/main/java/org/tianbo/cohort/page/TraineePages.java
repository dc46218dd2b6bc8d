package org.tianbo.cohort.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tianbo.cohort.followup.Visits;
import org.tianbo.cohort.progress.TraineeFile;
import org.tianbo.cohort.stuck.CallView;
import org.tianbo.cohort.stuck.Calls;
import org.tianbo.family.HelpedWork;
import org.tianbo.media.StorageQuotas;
import org.tianbo.platform.privacy.PersonalLooks;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.web.Language;
import org.tianbo.practice.StorageSpaceView;

/** One trainee of a class: where each number that counts them comes from. */
@Path("/cohorts/{id}/trainees/{trainee}")
@RolesAllowed({Roles.COORDINATOR, Roles.OFFICER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
class TraineePages {

    private final TraineeFile file;
    private final StorageQuotas quotas;
    private final Visits visits;
    private final Calls calls;
    private final HelpedWork helped;
    private final PersonalLooks looks;

    TraineePages(
            TraineeFile file,
            Visits visits,
            StorageQuotas quotas,
            Calls calls,
            HelpedWork helped,
            PersonalLooks looks) {
        this.file = file;
        this.visits = visits;
        this.quotas = quotas;
        this.calls = calls;
        this.helped = helped;
        this.looks = looks;
    }

    @CheckedTemplate
    static class Templates {
        /** @param helpers names of those who helped, by the help */
        static native TemplateInstance trainee(
                TraineeFile.View view,
                List<Visits.Line> visits,
                List<CallView> calls,
                StorageSpaceView space,
                Map<UUID, String> helpers);
    }

    @GET
    public TemplateInstance trainee(UUID id, UUID trainee, @Context HttpHeaders headers) {
        TraineeFile.View view = file.of(id, trainee, Language.of(headers));
        looks.note(PersonalLooks.What.FILE, List.of(trainee));
        return Templates.trainee(
                view,
                visits.of(id, trainee),
                calls.of(trainee),
                StorageSpaceView.of(quotas.of(trainee)),
                helped.helpers(trainee));
    }
}
