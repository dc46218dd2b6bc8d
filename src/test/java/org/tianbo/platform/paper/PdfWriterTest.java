package org.tianbo.platform.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.error.Fault;

class PdfWriterTest {

    @Test
    void aMachineWithoutAChineseFontSaysSo() {
        PdfWriter without = new PdfWriter(() -> List.of("/nowhere/no.ttf"));

        assertThatThrownBy(without::requireFont).isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.kind())
                .isEqualTo(Fault.Kind.UNAVAILABLE));
    }
}
