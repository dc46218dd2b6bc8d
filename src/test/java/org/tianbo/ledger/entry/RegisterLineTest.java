package org.tianbo.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tianbo.people.People.Registered;
import org.tianbo.platform.audit.EntryField;

class RegisterLineTest {

    @Test
    void numbersAreMaskedAndWhatIsNotKnownIsLeftOut() {
        assertThat(RegisterLine.of(new Registered("004X", "13812340001", "返乡青年")))
                .isEqualTo(Map.of(
                        EntryField.IDENTITY, "****004X",
                        EntryField.PHONE, "138****0001",
                        EntryField.CATEGORY, "返乡青年"));
        assertThat(RegisterLine.of(new Registered("", "", ""))).isEmpty();
    }

    @Test
    void ofANumberCutShortNothingIsShown() {
        assertThat(RegisterLine.of(new Registered("", "1381234", ""))).containsEntry(EntryField.PHONE, "****");
    }
}
