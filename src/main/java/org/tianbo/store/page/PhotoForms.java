package org.tianbo.store.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.tianbo.platform.error.Fault;
import org.tianbo.platform.security.SignedIn;
import org.tianbo.platform.web.SubmittedForm;
import org.tianbo.store.photo.PhotoQueue;
import org.tianbo.store.photo.Photos;

/**
 * Forms that may bring a photo. The photo is stored first, and its id stays in the form when the rest is refused, so
 * that it need not be chosen again.
 */
@ApplicationScoped
class PhotoForms {

    /** The field with the id of a photo stored before. */
    static final String STORED = "kept";

    private final Photos photos;
    private final PhotoQueue queue;
    private final SignedIn signedIn;

    PhotoForms(Photos photos, PhotoQueue queue, SignedIn signedIn) {
        this.photos = photos;
        this.queue = queue;
        this.signedIn = signedIn;
    }

    /**
     * @param chosen null or empty for no new photo
     * @param store whose photo it is; asked only when there is one
     * @param work is given the id of the photo, empty for none
     */
    CompletionStage<Response> answer(
            SubmittedForm form, FileUpload chosen, Supplier<UUID> store, Function<String, Response> work) {
        if (chosen == null || chosen.size() == 0) {
            return CompletableFuture.completedStage(withPhoto(form, work));
        }
        return queue.submit(
                () -> {
                    try {
                        UUID photo = photos.store(store.get(), chosen.uploadedFile(), signedIn.id());
                        return withPhoto(form.with(STORED, photo.toString()), work);
                    } catch (Fault refused) {
                        return form.refused(refused);
                    }
                },
                form::refused);
    }

    private static Response withPhoto(SubmittedForm form, Function<String, Response> work) {
        return form.answer(() -> work.apply(form.typed().getOrDefault(STORED, "")));
    }
}
