package org.tianbo.platform.table.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tianbo.platform.table.BrokenCell;
import org.tianbo.platform.table.CellFault;
import org.tianbo.testsupport.Faults;

class TableReaderTest extends GoodsTables {

    @Test
    void aPlainTableIsReadWithTheLineOfEveryRow() {
        read("编号,名称,备注\n1,大米,新\n2,鸡蛋,\n");

        assertThat(goods).containsExactly(new Good(2, "1", "大米", "新"), new Good(3, "2", "鸡蛋", ""));
        assertThat(facts.rows()).isEqualTo(2);
        assertThat(facts.headerLine()).isEqualTo(1);
        assertThat(facts.text().orElseThrow().delimiter()).isEqualTo(',');
        assertThat(facts.fields()).containsExactly("number", "name", "note");
    }

    @Test
    void columnsMayHaveAnyOrderAnyOfTheirNamesAndAnyWidth() {
        read(" *商 品 ,无关,订单号（主）\n大米,x,１２\n");

        assertThat(goods).containsExactly(new Good(2, "12", "大米", ""));
    }

    @Test
    void ofTwoColumnsForOneFieldTheNameRankedFirstIsRead() {
        read("商品,名称,编号\n旧,新,1\n");

        assertThat(goods).extracting(Good::name).containsExactly("新");
    }

    @Test
    void linesBeforeAndAfterTheTableAreNoRows() {
        read("导出时间：\"2026-10-08\n\n店铺,田播\n编号,名称\n1,大米\n合计,,\n以上数据仅供参考\n");

        assertThat(goods).containsExactly(new Good(5, "1", "大米", ""));
        assertThat(facts.rows()).isEqualTo(1);
        assertThat(facts.footnotes()).containsExactly(6, 7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合计",
                "本页合计",
                "总计：",
                "总金额",
                "总人数",
                "共2条",
                "共计：2 笔",
                "Total",
                "TOTAL:",
                "Grand total",
                "制表：张三",
                "填表人：张三",
                "审核人:李四"
            })
    void aLastLineOfTotalsOrSignaturesIsNoRow(String first) {
        read("编号,名称,说明\n1,大米,\n" + first + ",,118.00\n");

        assertThat(facts.rows()).isEqualTo(1);
        assertThat(facts.rejected()).isEmpty();
        assertThat(facts.footnotes()).containsExactly(3);
    }

    @Test
    void aNameThatBeginsLikeATotalIsARow() {
        read("编号,名称\nTotality,大米\n共田1号,鸡蛋\n");

        assertThat(goods).hasSize(2);
    }

    @Test
    void whatLooksLikeAFootnoteInTheMiddleIsStillARow() {
        read("编号,名称\n1,大米\n合计\n2,鸡蛋\n");

        assertThat(facts.rows()).isEqualTo(3);
        assertThat(Faults.of(facts.rejected())).containsExactly("3 name test.name-missing");
        assertThat(facts.footnotes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"编号（必填）,名称（必填）", "*编号,※名称", "编号(必填),名称【选填】", "编号：,名称:", "编号（件）,名称 （元）", "＊编号＊,名　称"})
    void remarksAroundAHeadersNameAreNoPartOfIt(String header) {
        read(header + "\n1,大米\n");

        assertThat(goods).containsExactly(new Good(2, "1", "大米", ""));
    }

    @Test
    void aFaultNamesWhatTheCellHeld() {
        facts = new TableReader(1 << 20, 10)
                .read(new ByteArrayInputStream("编号,名称\n1,大米\n".getBytes(StandardCharsets.UTF_8)), GOODS, row -> {
                    row.check(() -> {
                        throw new BrokenCell("number", "test.one");
                    });
                    row.check(() -> {
                        throw new BrokenCell("name", "test.other");
                    });
                    row.refuseIfBroken();
                });

        assertThat(facts.rejected())
                .containsExactly(new RejectedRow(
                        2,
                        List.of(new CellFault("number", "test.one", "1"), new CellFault("name", "test.other", "大米"))));
        assertThat(facts.rejected().toString()).doesNotContain("大米");
    }

    @Test
    void cellsLoseWhatSpreadsheetsWrapAroundThem() {
        read("编号,名称\n\"=\"\"0042\"\"\",\u3000 大米\u00A0\n=\"7\",\uFEFF油\n\t8\t,米\n'9,面\n");

        assertThat(goods)
                .extracting(Good::number, Good::name)
                .containsExactly(tuple("0042", "大米"), tuple("7", "油"), tuple("8", "米"), tuple("9", "面"));
    }

    @Test
    void aCellMayHoldLineBreaksAndTheNextRowKeepsItsLine() {
        read("编号,名称,备注\n1,大米,\"上门\n自提\"\n\n,,\n2,油,\n");

        assertThat(goods).containsExactly(new Good(2, "1", "大米", "上门\n自提"), new Good(6, "2", "油", ""));
        assertThat(facts.rows()).isEqualTo(2);
    }

    @Test
    void aForgottenQuoteCostsItsOwnRowOnly() {
        read("编号,名称\n1,\"大米\n2,鸡蛋\n3,\"油\"\n4,\"12\" 寸锅\n5,面\n");

        assertThat(goods).extracting(Good::line).containsExactly(3, 4, 6);
        assertThat(Faults.of(facts.rejected())).containsExactly("2 row table.row-quotes", "5 row table.row-quotes");
    }

    @Test
    void aQuoteInsideACellIsJustAQuote() {
        read("编号,名称\n1,12\"锅\n2,14\"锅\n");

        assertThat(goods).extracting(Good::name).containsExactly("12\"锅", "14\"锅");
    }

    @Test
    void aRowWithMoreCellsThanTheHeaderIsBrokenUnlessTheyAreBlank() {
        read("编号,名称\n1,大米,5kg\n2,油,,\n");

        assertThat(goods).extracting(Good::line).containsExactly(3);
        assertThat(Faults.of(facts.rejected())).containsExactly("2 row table.row-too-wide");
    }

    @Test
    void aTableWithAHeaderAndNoRowsIsEmptyButATable() {
        read("编号,名称\n");

        assertThat(facts.rows()).isZero();
    }
}
