import java.io.FileInputStream;
import java.io.InputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/**
 * Prints a workbook by the event reader of Apache POI, which is given a stream and no file. Its user model does not start as
 * Debian packages it: the types of poi-ooxml-schemas are missing.
 */
public class XlsxByPoi {
    public static void main(String[] args) throws Exception {
        StringBuilder out = new StringBuilder();
        try (InputStream stream = new FileInputStream(args[0]); OPCPackage archive = OPCPackage.open(stream)) {
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) new XSSFReader(archive).getSheetsData();
            while (sheets.hasNext())
                try (InputStream sheet = sheets.next()) {
                    SheetXml.print(sheets.getSheetName(), sheet, out);
                }
        }
        System.out.write(out.toString().getBytes("UTF-8"));
        System.out.flush();
    }
}
