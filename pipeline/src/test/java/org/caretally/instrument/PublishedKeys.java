package org.caretally.instrument;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of all instruments, typed in from the published sources and not from the definitions.
 */
final class PublishedKeys {
  private final List<PublishedForm> forms = new ArrayList<>();

  private PublishedKeys() {}

  static List<PublishedForm> all() {
    PublishedKeys keys = new PublishedKeys();
    keys.mood();
    keys.anxiety();
    keys.stress();
    keys.work();
    keys.burnout();
    keys.selfAndOthers();
    keys.sleep();
    keys.substances();
    keys.protective();
    keys.surroundings();
    return keys.forms;
  }

  private PublishedForm form(String id, int n, String options) {
    PublishedForm form = new PublishedForm(id).items(n, options);
    forms.add(form);
    return form;
  }

  private static int count(int[] a, String items, int from) {
    int n = 0;
    for (int item : PublishedForm.list(items)) {
      n += a[item - 1] >= from ? 1 : 0;
    }
    return n;
  }

  private void mood() {
    double[] depth = {0, 5, 10, 15, 20};
    PublishedForm phq9 = form("phq9", 9, "0-3");
    phq9.sum("total", "1-9")
        .missing(2)
        .bands(depth)
        .cut("screen_positive", ">=", 10)
        .cut("closer_to_interview_prevalence", ">=", 14);
    phq9.sum("phq8", "1-8").missing(1).bands(depth).cut("screen_positive", ">=", 10);
    phq9.sum("phq2", "1-2").cut("screen_positive", ">=", 3).cut("sensitive", ">=", 2);
    phq9.rule(
        "mds_algorithm",
        a -> count(a, "1-2", 2) >= 1 && count(a, "1-8", 2) + (a[8] >= 1 ? 1 : 0) >= 5);
    form("phq8", 8, "0-3")
        .sum("total", "1-8")
        .missing(1)
        .bands(depth)
        .cut("screen_positive", ">=", 10);
    form("phq2", 2, "0-3")
        .sum("total", "1-2")
        .cut("screen_positive", ">=", 3)
        .cut("sensitive", ">=", 2);
    form("who5", 5, "0-5")
        .sum("total", "1-5")
        .times(4)
        .bands(0, 29, 51)
        .cut("low_wellbeing", "<=", 50)
        .cut("very_low", "<=", 28);
    PublishedForm dass = form("dass21", 21, "0-3");
    dass.sum("depression", "3,5,10,13,16,17,21")
        .times(2)
        .missing(1)
        .bands(0, 10, 14, 21, 28)
        .cut("moderate_plus", ">=", 14);
    dass.sum("anxiety", "2,4,7,9,15,19,20")
        .times(2)
        .missing(1)
        .bands(0, 8, 10, 15, 20)
        .cut("moderate_plus", ">=", 10);
    dass.sum("stress", "1,6,8,11,12,14,18")
        .times(2)
        .missing(1)
        .bands(0, 15, 19, 26, 34)
        .cut("moderate_plus", ">=", 19);
  }

  private void anxiety() {
    PublishedForm gad = form("gad7", 7, "0-3");
    gad.sum("total", "1-7")
        .missing(1)
        .bands(0, 5, 10, 15)
        .cut("screen_positive", ">=", 10)
        .cut("sensitive", ">=", 8);
    gad.sum("gad2", "1-2").cut("screen_positive", ">=", 3);
    form("gad2", 2, "0-3").sum("total", "1-2").cut("screen_positive", ">=", 3);
    form("mini_spin", 3, "0-4").sum("total", "1-3").cut("screen_positive", ">=", 6);
    PublishedForm spin = form("spin", 17, "0-4");
    spin.sum("total", "1-17").missing(3).cut("screen_positive", ">=", 19);
    spin.sum("mini_spin", "6,9,15").cut("screen_positive", ">=", 6);
    PublishedForm panic = form("phq_pd", 15, "0-1");
    panic.skips =
        a -> {
          for (int i = 1; i < 15 && a[0] == 0; i++) {
            a[i] = a[i] == PublishedForm.NONE ? 0 : a[i];
          }
        };
    panic.rule("panic_syndrome", a -> count(a, "1-4", 1) == 4 && count(a, "5-15", 1) >= 4);
    form("oasis", 5, "0-4").sum("total", "1-5").missing(1).cut("screen_positive", ">=", 8);
  }

  private void stress() {
    PublishedForm pss = form("pss10", 10, "0-4");
    pss.sum("total", "1-10").reverse("4,5,7,8").missing(2).bands(0, 14, 27).cut("high", ">=", 27);
    pss.sum("helplessness", "1-3,6,9,10").missing(1);
    pss.sum("low_self_efficacy", "4,5,7,8").reverse("4,5,7,8");
    pss.sum("pss4", "2,4,5,10").reverse("4,5");
    form("pss4", 4, "0-4").sum("total", "1-4").reverse("2,3").cut("above_uk_norm", ">=", 6);
    form("k6", 6, "0-4")
        .sum("total", "1-6")
        .missing(1)
        .bands(0, 5, 13)
        .cut("serious_distress", ">=", 13)
        .cut("moderate_distress", ">=", 5);
    form("k10", 10, "1-5")
        .sum("total", "1-10")
        .missing(2)
        .bands(10, 16, 22, 30)
        .cut("very_high", ">=", 30);
  }

  private void work() {
    PublishedForm hse = form("hse_msit", 35, "1-5");
    hse.mean("demands", "3,6,9,12,16,18,20,22").reverse("3,6,9,12,16,18,20,22").missing(1);
    hse.mean("control", "2,10,15,19,25,30").missing(1);
    hse.mean("manager_support", "8,23,29,33,35").missing(1);
    hse.mean("peer_support", "7,24,27,31");
    hse.mean("relationships", "5,14,21,34").reverse("5,14,21,34");
    hse.mean("role", "1,4,11,13,17").missing(1);
    hse.mean("change", "26,28,32");
    form("qwi", 5, "1-5").sum("total", "1-5").missing(1);
    PublishedForm eri = form("eri_s", 16, "1-4");
    eri.sum("effort", "1-3");
    eri.sum("reward", "4-10").reverse("5,6,7");
    eri.sum("overcommitment", "11-16").reverse("13");
    form("mhpss", 42, "0-3").mean("total", "1-42").missing(8);
    PublishedForm quality = form("proqol5", 30, "1-5");
    quality
        .sum("compassion_satisfaction", "3,6,12,16,18,20,22,24,27,30")
        .missing(2)
        .bands(10, 23, 42)
        .cut("low", "<=", 22);
    quality
        .sum("burnout", "1,4,8,10,15,17,19,21,26,29")
        .reverse("1,4,15,17,29")
        .missing(2)
        .bands(10, 23, 42)
        .cut("high", ">=", 42)
        .cut("moderate_or_high", ">=", 23);
    quality
        .sum("secondary_traumatic_stress", "2,5,7,9,11,13,14,23,25,28")
        .missing(2)
        .bands(10, 23, 42)
        .cut("high", ">=", 42)
        .cut("moderate_or_high", ">=", 23);
    PublishedForm stss = form("stss", 17, "1-5");
    stss.sum("total", "1-17").missing(3).bands(17, 28, 38, 44, 49).cut("moderate_plus", ">=", 38);
    stss.sum("intrusion", "2,3,6,10,13").missing(1);
    stss.sum("avoidance", "1,5,7,9,12,14,17").missing(1);
    stss.sum("arousal", "4,8,11,15,16").missing(1);
    stss.rule(
        "ptsd_pattern",
        a ->
            count(a, "2,3,6,10,13", 3) >= 1
                && count(a, "1,5,7,9,12,14,17", 3) >= 3
                && count(a, "4,8,11,15,16", 3) >= 2);
    form("vts", 8, "1-7").sum("total", "1-8").missing(1).bands(8, 29, 43);
  }

  private void burnout() {
    PublishedForm cbi = form("cbi", 19, "0,25,50,75,100");
    cbi.mean("personal", "1-6").missing(3).bands(0, 50, 75).cut("burnout_50", ">=", 50);
    cbi.mean("work", "7-13").reverse("13").missing(3).bands(0, 50, 75).cut("burnout_50", ">=", 50);
    cbi.mean("client", "14-19").missing(3).bands(0, 50, 75).cut("burnout_50", ">=", 50);
    PublishedForm olbi = form("olbi", 16, "1-4");
    olbi.mean("exhaustion", "2,4,5,8,10,12,14,16")
        .reverse("2,4,8,12")
        .missing(1)
        .cut("high", ">=", 2.25);
    olbi.mean("disengagement", "1,3,6,7,9,11,13,15")
        .reverse("3,6,9,11")
        .missing(1)
        .cut("high", ">=", 2.10);
    PublishedForm mbi = form("mbi_hss", 22, "0-6");
    mbi.sum("emotional_exhaustion", "1,2,3,6,8,13,14,16,20")
        .missing(1)
        .cut("high_common", ">=", 27)
        .cut("high_mental_health_norm", ">=", 21);
    mbi.sum("depersonalization", "5,10,11,15,22")
        .missing(1)
        .cut("high_common", ">=", 10)
        .cut("high_mental_health_norm", ">=", 8);
    mbi.sum("personal_accomplishment", "4,7,9,12,17,18,19,21")
        .missing(1)
        .cut("low_common", "<", 33);
    PublishedForm two = form("mbi_2item", 2, "0-6");
    two.sum("emotional_exhaustion", "1").cut("weekly_or_more", ">=", 4);
    two.sum("depersonalization", "2").cut("weekly_or_more", ">=", 4);
    two.rule("either", a -> a[0] >= 4 || a[1] >= 4);
    form("minz_burnout", 1, "1-5").sum("total", "1").cut("burnout", ">=", 3);
    PublishedForm bat = form("bat12", 12, "1-5");
    bat.mean("total", "1-12").missing(2).bands(1, 2.54, 2.96).cut("at_risk", ">=", 2.54);
    bat.mean("exhaustion", "1-3");
    bat.mean("mental_distance", "4-6");
    bat.mean("cognitive_impairment", "7-9");
    bat.mean("emotional_impairment", "10-12");
    PublishedForm counselor = form("counselor_bi", 20, "1-5");
    counselor.sum("exhaustion", "1,6,11,16");
    counselor.sum("incompetence", "2,7,12,17");
    counselor.sum("negative_work_environment", "3,8,13,18");
    counselor.sum("devaluing_client", "4,9,14,19");
    counselor.sum("deterioration_personal_life", "5,10,15,20");
  }

  private void selfAndOthers() {
    form("cips", 20, "1-5")
        .sum("total", "1-20")
        .missing(4)
        .bands(20, 41, 61, 81)
        .cut("frequent_or_intense", ">=", 61)
        .cut("holmes_62", ">=", 62);
    form("leary_impostor", 7, "1-5").sum("total", "1-7").missing(1);
    form("ucla3", 3, "1-3").sum("total", "1-3").cut("lonely", ">=", 6);
    form("uls8", 8, "1-4").sum("total", "1-8").reverse("3,6").missing(1);
    form("ucla20", 20, "1-4").sum("total", "1-20").reverse("1,5,6,9,10,15,16,19,20").missing(4);
  }

  private void sleep() {
    form("isi", 7, "0-4")
        .sum("total", "1-7")
        .bands(0, 8, 15, 22)
        .cut("clinical", ">=", 15)
        .cut("community_case_finding", ">=", 10);
    form("ess", 8, "0-3")
        .sum("total", "1-8")
        .bands(0, 6, 11, 13, 16)
        .cut("excessive_sleepiness", ">", 10);
    form("sleep_hours", 1, "0..2400")
        .sum("hours", "1")
        .cut("short_sleep", "<", 7)
        .cut("long_sleep", ">", 9);
    PublishedForm psqi = form("psqi", 1, "0..1439");
    psqi.items(1, "0..60000").items(1, "0..1439").items(1, "0..2400").items(14, "0-3");
  }

  private void substances() {
    PublishedForm audit = form("audit", 8, "0-4").items(2, "0,2,4");
    audit.skips =
        a -> {
          for (int i = 1; i < 8 && a[0] == 0; i++) {
            a[i] = a[i] == PublishedForm.NONE ? 0 : a[i];
          }
          for (int i = 3; i < 8 && a[1] == 0 && a[2] == 0; i++) {
            a[i] = a[i] == PublishedForm.NONE ? 0 : a[i];
          }
        };
    audit.sum("total", "1-10").bands(0, 8, 16, 20).cut("hazardous_plus", ">=", 8);
    audit.sum("audit_c", "1-3").cut("screen_positive", ">=", 3, 4, 3);
    PublishedForm three = form("audit_c", 3, "0-4");
    three.skips =
        a -> {
          for (int i = 1; i < 3 && a[0] == 0; i++) {
            a[i] = a[i] == PublishedForm.NONE ? 0 : a[i];
          }
        };
    three.sum("total", "1-3").cut("screen_positive", ">=", 3, 4, 3).cut("uk_5", ">=", 5);
    PublishedForm dast = form("dast10", 10, "0-1");
    dast.skips =
        a -> {
          for (int i = 1; i < 10 && a[0] == 0; i++) {
            a[i] = i == 2 ? 1 : a[i] == PublishedForm.NONE ? 0 : a[i];
          }
        };
    dast.sum("total", "1-10").reverse("3").bands(0, 1, 3, 6, 9).cut("moderate_plus", ">=", 3);
    form("cage_aid", 4, "0-1")
        .sum("total", "1-4")
        .cut("one_or_more", ">=", 1)
        .cut("two_or_more", ">=", 2);
    form("sq_drug", 1, "0..10000000").sum("times", "1").cut("any_use", ">=", 1);
    form("sq_alcohol", 1, "0..10000000").sum("times", "1").cut("any_heavy_day", ">=", 1);
    form("taps1", 4, "0-4")
        .rule("heavy_alcohol", a -> a[1] >= 1)
        .rule("any_drug", a -> a[2] >= 1 || a[3] >= 1);
  }

  private void protective() {
    form("boundary_strain", 6, "0-4").mean("mean100", "1-6").times(25).missing(1);
    form("ei_boundary", 32, "0-3")
        .sum("total", "1-32")
        .missing(6)
        .cut("top_decile_reference", ">=", 27);
    form("req_detach", 4, "1-5").mean("mean", "1-4");
    form("spos8", 8, "0-6").mean("mean", "1-8").reverse("2,3,5,7").missing(1);
    form("psc4", 4, "1-5").sum("total", "1-4");
    form("psc12", 12, "1-5").sum("total", "1-12").missing(2);
    form("maas15", 15, "1-6").mean("mean", "1-15").missing(3);
    PublishedForm facets = form("ffmq15", 15, "1-5");
    facets.sum("observing", "1,6,11");
    facets.sum("describing", "2,7,12").reverse("7");
    facets.sum("acting_with_awareness", "3,8,13").reverse("3,8,13");
    facets.sum("nonjudging", "4,9,14").reverse("4,9,14");
    facets.sum("nonreactivity", "5,10,15");
    facets.sum("total", "1-15").reverse("3,4,7,8,9,13,14").missing(3);
  }

  private void surroundings() {
    form("osss3", 1, "1-4")
        .items(2, "1-5")
        .sum("total", "1-3")
        .bands(3, 9, 12)
        .cut("poor_support", "<=", 8);
    PublishedForm mspss = form("mspss", 12, "1-7");
    mspss.mean("mean", "1-12").missing(2).bands(1, 3, 5.01);
    mspss.mean("significant_other", "1,2,5,10");
    mspss.mean("family", "3,4,8,11");
    mspss.mean("friends", "6,7,9,12");
    form("wlb4", 4, "1-5").mean("mean", "1-4").reverse("2");
    form("ssrq18", 18, "1-7").mean("mean", "1-18").missing(3);
    PublishedForm context = form("context_core", 1, "0-4").items(1, "0-2").items(1, "0..10000000");
    context.items(3, "0..16800").items(2, "1-5");
    context.sum("supervision", "1").cut("at_least_monthly", ">=", 2);
    context.sum("personal_therapy", "2").cut("current", ">=", 2);
    context.mean("manageable", "7-8");
  }
}
