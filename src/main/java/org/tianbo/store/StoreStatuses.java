package org.tianbo.store;

import java.util.Optional;
import java.util.UUID;

/** How far trainees are with their stores, for other features to ask. */
public interface StoreStatuses {

    /** Empty until the trainee has begun. */
    Optional<StoreStatus> statusOf(UUID trainee);
}
