package org.tianbo.learning.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of one record; {@code code} only when it was rejected. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncResult(String id, Status status, String code) {

    /** The phone may forget the first two; the third a person should see. */
    enum Status {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("duplicate")
        DUPLICATE,
        @JsonProperty("rejected")
        REJECTED
    }

    static SyncResult accepted(String id) {
        return new SyncResult(id, Status.ACCEPTED, null);
    }

    static SyncResult duplicate(String id) {
        return new SyncResult(id, Status.DUPLICATE, null);
    }

    static SyncResult rejected(String id, String code) {
        return new SyncResult(id, Status.REJECTED, code);
    }
}
