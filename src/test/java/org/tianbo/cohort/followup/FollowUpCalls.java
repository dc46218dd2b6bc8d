package org.tianbo.cohort.followup;

import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.tianbo.attendance.PlannedSessions;
import org.tianbo.platform.data.Ids;
import org.tianbo.testsupport.Tokens;

/** What visitors' phones and the office's pages send. */
final class FollowUpCalls {

    private FollowUpCalls() {}

    static ValidatableResponse draw(String login, Map<String, String> form) {
        return PlannedSessions.page(login)
                .formParams(form)
                .post("/follow-up/spot-checks")
                .then();
    }

    static ValidatableResponse call(String login, String address, String result, String words) {
        return PlannedSessions.page(login)
                .formParams(Map.of("call", Ids.next(), "result", result, "words", words))
                .post(address)
                .then();
    }

    static ValidatableResponse decide(String login, String flag, String decision, String reason) {
        return PlannedSessions.page(login)
                .formParams(Map.of("decision", decision, "reason", reason))
                .post("/follow-up/flags/" + flag)
                .then();
    }

    static ValidatableResponse photo(String login, UUID visit) throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(0, 0, 30, 30);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return Tokens.as(login)
                .multiPart("photo", "photo.jpg", bytes.toByteArray(), "image/jpeg")
                .post("/api/follow-up/visits/" + visit + "/photos")
                .then();
    }

    static ValidatableResponse send(String login, UUID id, Map<String, Object> data) {
        Map<String, ?> record =
                Map.of("id", id, "type", "followup.visited", "at", Instant.now().toString(), "data", data);
        return Tokens.as(login)
                .contentType("application/json")
                .body(Map.of("device", "phone-1", "records", List.of(record)))
                .post("/api/follow-up")
                .then();
    }
}
