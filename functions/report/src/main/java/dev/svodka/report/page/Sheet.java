package dev.svodka.report.page;

/**
 * A sheet of a workbook.
 *
 * @param name short: what the tab says
 * @param title what was found
 */
record Sheet(String name, String title, String subtitle, Table table) {}
