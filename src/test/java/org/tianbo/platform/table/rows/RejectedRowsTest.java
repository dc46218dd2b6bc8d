package org.tianbo.platform.table.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tianbo.platform.table.Columns;

class RejectedRowsTest {

    private static final Columns GOODS = Columns.none().required("number", "编号").required("name", "名称");
    private static final TableReader TABLES = new TableReader(1 << 20, 100);

    @Test
    void theFileToMendHasTheHeaderTheRejectedRowsAndTheReasons() {
        byte[] file = "导出\n编号,别的,名称\n1,x,大米\n6930000000000010217,=1+1,\n".getBytes(StandardCharsets.UTF_8);
        List<RejectedRow> rejected = read(file, new ArrayList<>());

        String sheet = RejectedRows.sheet(TABLES, file, GOODS, rejected, Locale.SIMPLIFIED_CHINESE);

        assertThat(sheet)
                .isEqualTo(
                        "\uFEFF编号,别的,名称,为什么没收（改好后可以删掉这一列）\r\n" + "\"=\"\"6930000000000010217\"\"\",'=1+1,,没有商品名称。\r\n");
    }

    @Test
    void mendedItIsReadAsIfItHadBeenSo() {
        byte[] file = "编号;名称\n6930000000000010217;\n".getBytes(StandardCharsets.UTF_8);
        String sheet = RejectedRows.sheet(TABLES, file, GOODS, read(file, new ArrayList<>()), Locale.ENGLISH);
        List<String> numbers = new ArrayList<>();

        List<RejectedRow> rejected =
                read(sheet.replace("\"\"\",,", "\"\"\",米,").getBytes(StandardCharsets.UTF_8), numbers);

        assertThat(rejected).isEmpty();
        assertThat(numbers).containsExactly("6930000000000010217");
    }

    private static List<RejectedRow> read(byte[] file, List<String> numbers) {
        return TABLES.read(new ByteArrayInputStream(file), GOODS, row -> {
                    row.required("name", "orders.product-missing");
                    numbers.add(row.text("number"));
                })
                .rejected();
    }
}
