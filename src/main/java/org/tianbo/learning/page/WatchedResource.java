package org.tianbo.learning.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.tianbo.learning.CountyVideos;
import org.tianbo.learning.video.AnswersInVideos;
import org.tianbo.learning.video.WatchedVideos;
import org.tianbo.platform.security.Roles;
import org.tianbo.platform.security.SignedIn;

/** What the trainee of a phone did with a county's video, on this phone and on others. */
@Path("/api/watched/{video}")
@RolesAllowed({Roles.TRAINEE, Roles.HELPER})
class WatchedResource {

    private final WatchedVideos watched;
    private final AnswersInVideos answers;
    private final CountyVideos videos;
    private final SignedIn signedIn;

    WatchedResource(WatchedVideos watched, AnswersInVideos answers, CountyVideos videos, SignedIn signedIn) {
        this.watched = watched;
        this.answers = answers;
        this.videos = videos;
        this.signedIn = signedIn;
    }

    /**
     * @param played seconds that were watched, from and until in turn, each second once
     * @param answered questions of the lesson that shows the video which were answered
     * @param skipped those that were passed over and not answered since
     */
    record Watched(List<Integer> played, List<String> answered, List<String> skipped) {}

    @GET
    @Operation(summary = "Which seconds of a county's video the trainee has watched, and which questions they answered")
    @APIResponse(responseCode = "200", description = "Nothing of a video that their county does not have")
    public Watched watched(UUID video) {
        List<AnswersInVideos.Marked> marked = videos.byLesson().entrySet().stream()
                .filter(shown -> shown.getValue().version().equals(video))
                .flatMap(shown -> answers.of(signedIn.id(), video, shown.getKey()).stream())
                .toList();
        return new Watched(watched.of(signedIn.id(), video), items(marked, false), items(marked, true));
    }

    private static List<String> items(List<AnswersInVideos.Marked> marked, boolean skipped) {
        return marked.stream()
                .filter(one -> one.skipped() == skipped)
                .map(one -> one.asked().id())
                .toList();
    }
}
