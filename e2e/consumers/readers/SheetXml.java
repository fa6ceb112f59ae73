import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** The XML of a sheet as rows. */
class SheetXml {
    /** Texts are taken as they stand: escapes such as _x000D_ are left. */
    static void print(String name, InputStream xml, StringBuilder out) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(xml, "UTF-8");
        JsonRow line = null;
        int next = 0;
        String type = null;
        while (reader.hasNext()) {
            int event = reader.next();
            String element = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
                    ? reader.getLocalName() : "";
            if (event == XMLStreamConstants.START_ELEMENT && element.equals("row")) {
                line = new JsonRow(name);
                next = 0;
            } else if (event == XMLStreamConstants.START_ELEMENT && element.equals("c")) {
                for (int at = columnOf(reader.getAttributeValue(null, "r")); next < at; next++) line.addNull();
                type = reader.getAttributeValue(null, "t");
                next++;
            } else if (event == XMLStreamConstants.START_ELEMENT && (element.equals("t") || element.equals("v"))) {
                String text = reader.getElementText();
                if (type == null) line.add(Double.parseDouble(text));
                else if (type.equals("b")) line.add(text.equals("1"));
                else line.add(text);
            } else if (event == XMLStreamConstants.END_ELEMENT && element.equals("row")) out.append(line.end());
        }
    }

    /** The column of a cell from 0, by its letters. */
    private static int columnOf(String place) {
        int column = 0;
        for (int at = 0; Character.isLetter(place.charAt(at)); at++) column = column * 26 + place.charAt(at) - 'A' + 1;
        return column - 1;
    }
}
