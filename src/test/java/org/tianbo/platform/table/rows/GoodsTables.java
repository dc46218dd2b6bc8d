package org.tianbo.platform.table.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tianbo.platform.error.FaultTexts;
import org.tianbo.platform.table.Columns;
import org.tianbo.platform.table.UnreadableTable;

/** Reads tables of goods, as the tests of the table reader do. */
abstract class GoodsTables {

    static final Charset GB18030 = Charset.forName("GB18030");

    static final Columns GOODS = Columns.none()
            .required("number", "编号", "订单号(主)")
            .required("name", "名称", "商品")
            .optional("note", "备注");

    record Good(int line, String number, String name, String note) {}

    final List<Good> goods = new ArrayList<>();

    TableFacts facts;

    void read(String text) {
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    void read(byte[] bytes) {
        read(new TableReader(1 << 20, 1000), bytes);
    }

    void read(TableReader reader, byte[] bytes) {
        facts = reader.read(
                new ByteArrayInputStream(bytes),
                GOODS,
                row -> goods.add(new Good(
                        row.line(),
                        row.required("number", "test.number-missing"),
                        row.required("name", "test.name-missing"),
                        row.text("note"))));
    }

    static void assertRefused(ThrowingCallable reading, String code, Object... arguments) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(UnreadableTable.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.arguments()).containsExactly(arguments);
            assertThat(FaultTexts.of(code, Locale.SIMPLIFIED_CHINESE)).isNotEqualTo(code);
            assertThat(FaultTexts.of(code, Locale.ENGLISH)).isNotEqualTo(code);
        });
    }
}
