package org.tianbo.practice.upload;

import static org.tianbo.practice.Chunks.digest;

import jakarta.inject.Inject;
import java.util.UUID;
import org.tianbo.practice.Chunks;
import org.tianbo.practice.CountyChunks;
import org.tianbo.testsupport.http.LargeBody;

/** What the tests of the upload protocol share. */
abstract class UploadCalls {

    @Inject
    CountyChunks stored;

    static int statusOf(String login, UUID attempt, int seq, byte[] chunk) throws Exception {
        return LargeBody.statusOf(
                "PUT",
                "/api/attempts/" + attempt + "/takes/1/chunks/" + seq,
                login,
                chunk,
                "Content-Type",
                Chunks.WEBM,
                "Content-Digest",
                digest(chunk));
    }
}
