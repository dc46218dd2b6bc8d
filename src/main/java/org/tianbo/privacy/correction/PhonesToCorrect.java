package org.tianbo.privacy.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tianbo.platform.privacy.PhoneColumns;

/** Phone numbers among what people say is wrong about them. */
@ApplicationScoped
class PhonesToCorrect implements PhoneColumns {

    @Override
    public List<Column> columns() {
        return List.of(
                new Column("correction_requests", "old_value", true),
                new Column("correction_requests", "new_value", true),
                new Column("correction_requests", "reason", true));
    }
}
