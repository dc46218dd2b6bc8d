package org.tianbo.platform.search;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How Chinese characters are read and typed in Latin letters, by ICU's Unicode data. */
public final class Pinyin {

    private static final Pattern TONES = Pattern.compile("\\p{M}");
    private static final Pattern SYLLABLE = Pattern.compile("[a-z]+");

    /** Everyday characters that are read in several ways, for Unicode's data have one: 银行 is yinhang. */
    private static final Map<String, List<String>> SEVERAL =
            several("行xing,hang 长chang,zhang 重zhong,chong 还hai,huan 得de,dei 了le,liao 会hui,kuai 调tiao,diao 乐le,yue"
                    + " 单dan,shan 传chuan,zhuan 藏cang,zang 便bian,pian 降jiang,xiang 率lv,shuai 觉jue,jiao 露lu,lou"
                    + " 落luo,la 没mei,mo 模mo,mu 弹dan,tan 称cheng,chen 似si,shi 系xi,ji 血xue,xie 着zhe,zhao 大da,dai"
                    + " 都dou,du 地di,de 的de,di 给gei,ji 和he,huo 壳ke,qiao 剥bo,bao 薄bao,bo 差cha,chai 参can,shen"
                    + " 色se,shai 省sheng,xing 校xiao,jiao 削xue,xiao 择ze,zhai 折zhe,she 说shuo,shui 熟shu,shou 谁shei,shui"
                    + " 提ti,di 扎za,zha 盛sheng,cheng 曾zeng,ceng 朝chao,zhao 车che,ju 粘zhan,nian 尾wei,yi 塞sai,se 绿lv,lu"
                    + " 石shi,dan 卡ka,qia 夹jia,ga 咽yan,ye 茄qie,jia 荠ji,qi 柏bai,bo 澄cheng,deng 屏ping,bing 匙chi,shi"
                    + " 嚼jiao,jue");

    private Pinyin() {}

    /** As it is usually read, in small letters, syllables apart, marks behind their letters, tones still there. */
    public static String usual(String text) {
        return decomposed(isAscii(text) ? text : Readings.USUAL.transliterate(text));
    }

    /** As {@link #usual}, of a name that begins with a surname. */
    public static String asSurname(String text) {
        return decomposed(isAscii(text) ? text : Readings.SURNAMES.transliterate(text));
    }

    /** Letters and digits as they are typed: ICU takes long to find nothing to read in them. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(one -> one < 128);
    }

    /** Without tones and dots. */
    public static String plain(String syllable) {
        return TONES.matcher(syllable).replaceAll("");
    }

    /** Without tones; ü is v, as it is typed. */
    public static String withV(String syllable) {
        return plain(syllable.replace("u\u0308", "v"));
    }

    /** All syllables that are typed for a Chinese character; none for what is none or has no reading. */
    public static List<String> typed(String character) {
        if (Character.UnicodeScript.of(character.codePointAt(0)) != Character.UnicodeScript.HAN) {
            return List.of();
        }
        String usual = usual(character);
        Set<String> syllables = new LinkedHashSet<>(List.of(plain(usual), withV(usual)));
        syllables.addAll(SEVERAL.getOrDefault(character, List.of()));
        return syllables.stream()
                .filter(syllable -> SYLLABLE.matcher(syllable).matches())
                .toList();
    }

    private static Map<String, List<String>> several(String table) {
        return Pattern.compile("(\\p{IsHan})([a-z,]+)")
                .matcher(table)
                .results()
                .collect(Collectors.toMap(
                        one -> one.group(1), one -> List.of(one.group(2).split(","))));
    }

    /** The tone stands behind the dots of ü; both orders of the two become one. */
    private static String decomposed(String latin) {
        return Normalizer.normalize(latin.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    }

    /** Loaded when the first text is read: it takes a second or two. */
    private static final class Readings {

        private static final Transliterator USUAL = Transliterator.getInstance("Han-Latin");
        private static final Transliterator SURNAMES = Transliterator.getInstance("Han-Latin/Names");
    }
}
