package org.tianbo.privacy.page;

import java.util.Arrays;
import java.util.List;
import org.tianbo.platform.privacy.RetentionRule.Rule;
import org.tianbo.privacy.retention.Removals;
import org.tianbo.privacy.retention.RetentionSettings;

/** How long something is kept. */
record Kept(Removals.Why rule, int months) {

    static List<Kept> all(RetentionSettings settings) {
        return Arrays.stream(Rule.values())
                .map(rule -> new Kept(Removals.Why.valueOf(rule.name()), settings.months(rule)))
                .toList();
    }
}
