package org.tianbo.store;

import java.util.Optional;
import java.util.UUID;

/** Whether a store's income is steady, for other features to ask. */
public interface SteadyIncome {

    /** Empty until the trainee has begun a store. */
    Optional<IncomeStabilityView> of(UUID trainee);
}
