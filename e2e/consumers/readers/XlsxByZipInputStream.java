import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Prints the sheets of a workbook, its archive read as it comes by what the JDK has for that. */
public class XlsxByZipInputStream {
    public static void main(String[] args) throws Exception {
        StringBuilder out = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new FileInputStream(args[0]))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                if (entry.getName().startsWith("xl/worksheets/"))
                    SheetXml.print(entry.getName(), new ByteArrayInputStream(zip.readAllBytes()), out);
        }
        System.out.write(out.toString().getBytes("UTF-8"));
        System.out.flush();
    }
}
