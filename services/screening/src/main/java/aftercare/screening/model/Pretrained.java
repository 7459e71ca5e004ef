package aftercare.screening.model;

/** The English sentence encoders that can be taught; both are BERT (Devlin 2019), rounded to bytes, as their Maven artifacts ship them. */
public enum Pretrained {
    /** all-MiniLM-L6-v2. */
    MINILM("all-minilm-l6-v2-q", 6),
    /** bge-small-en-v1.5. */
    BGE_SMALL("bge-small-en-v1.5-q", 12);

    private final String file;
    private final int layers;

    Pretrained(String file, int layers) {
        this.file = file;
        this.layers = layers;
    }

    /** On the class path. */
    String model() {
        return "/" + file + ".onnx";
    }

    /** On the class path. */
    String tokenizer() {
        return "/" + file + "-tokenizer.json";
    }

    public int layers() {
        return layers;
    }
}
