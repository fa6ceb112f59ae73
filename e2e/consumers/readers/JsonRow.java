/** A row as a line of JSON: the name of its sheet, then its cells. */
class JsonRow {
    private final StringBuilder json = new StringBuilder("[");

    JsonRow(String sheet) {
        quote(sheet);
    }

    void add(String text) {
        json.append(',');
        if (text.isEmpty()) json.append("null");
        else quote(text);
    }

    void add(double number) {
        json.append(',').append(number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number));
    }

    void add(boolean flag) {
        json.append(',').append(flag);
    }

    void addNull() {
        json.append(",null");
    }

    String end() {
        return json.append("]\n").toString();
    }

    private void quote(String text) {
        json.append('"');
        for (char each : text.toCharArray())
            if (each < 0x20 || each == '"' || each == '\\' || Character.isSurrogate(each))
                json.append(String.format("\\u%04x", (int) each));
            else json.append(each);
        json.append('"');
    }
}
