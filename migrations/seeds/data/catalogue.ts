/** `price` is in cents. A kind with variants has a price for each variant, and each variant becomes a product. */
type Kind = readonly [name: string, description: string, price: number | Readonly<Record<string, number>>];

interface Department {
  /** Null for products without a category. */
  readonly category: string | null;
  readonly kinds: readonly Kind[];
}

const departments: readonly Department[] = [
  {
    category: 'Coffee & Tea',
    kinds: [
      [
        'Ethiopia Yirgacheffe Coffee Beans',
        'Washed arabica with notes of jasmine and lemon. At its best as filter coffee.',
        { '250 g': 1090, '1 kg': 3690 },
      ],
      [
        'House Espresso Coffee Beans',
        'Dark roast of arabica and robusta with a thick crema and a taste of cocoa.',
        { '500 g': 1390, '1 kg': 2490 },
      ],
      ['Decaf Colombia Coffee Beans', 'Decaffeinated with sugar cane, medium roast, notes of caramel and red apple.', { '250 g': 1150 }],
      ['Darjeeling First Flush Tea', 'Loose black tea of the spring harvest, light and flowery. Makes about 40 cups.', { '100 g': 1450 }],
      ['Sencha Green Tea', 'Steamed green tea from Kagoshima, fresh and grassy. Brew at 70 °C.', { '100 g': 1190 }],
      ['Rooibos Vanilla Tea', 'Caffeine-free rooibos with pieces of real vanilla, in 20 plastic-free bags.', 495],
      ['Hand Coffee Grinder', 'Conical steel burrs with 24 settings, from espresso to French press.', 7900],
      [
        'Pour-Over Dripper',
        'Glazed stoneware dripper for one to four cups, takes size 02 paper filters.',
        { white: 2200, 'matt black': 2400 },
      ],
      ['Paper Filters Size 02, Pack of 100', 'Unbleached, compostable filters for cone-shaped drippers.', 390],
    ],
  },
  {
    category: 'Kitchen',
    kinds: [
      ['Cast-Iron Skillet', 'Seasoned and ready to use on gas, induction, in the oven or over a fire.', { '20 cm': 2990, '26 cm': 3990 }],
      ["Chef's Knife, 20 cm", 'Forged from one piece of X50CrMoV15 steel, with a balanced walnut handle.', 8900],
      ['Paring Knife, 9 cm', 'A small blade for peeling, trimming and everything too fine for a big knife.', 2450],
      [
        'End-Grain Chopping Board',
        'Oiled beech end grain that is kind to blades. Juice groove on one side.',
        { '30 × 22 cm': 3900, '40 × 30 cm': 5900 },
      ],
      [
        'Enamelled Dutch Oven, 4.5 l',
        'Holds its heat for stews and for bread with a crust. Lid with drip points.',
        { cream: 11900, 'dark blue': 11900 },
      ],
      ['Stainless Steel Mixing Bowls, Set of 3', 'Nesting bowls of 1.5, 3 and 5 litres with a silicone foot and lids.', 3490],
      ['Digital Kitchen Scale', 'Weighs up to 5 kg in steps of 1 g, with a tare button and a glass top.', 2290],
      ['Silicone Spatula', 'Heat-proof to 240 °C, made in one piece so that nothing hides in a joint.', 990],
      ['Potato Masher', 'Stainless steel with a perforated plate: smooth mash, no electric motor.', 1490],
    ],
  },
  {
    category: 'Stationery',
    kinds: [
      [
        'Hardcover Notebook A5',
        '192 numbered pages of 90 g paper that takes fountain pens. Two ribbons.',
        { dotted: 1690, lined: 1690, plain: 1690 },
      ],
      [
        'Fountain Pen',
        'Brushed aluminium barrel with a steel nib; takes cartridges or a converter.',
        { 'fine nib': 3450, 'medium nib': 3450 },
      ],
      ['Bottled Ink, 50 ml', 'Water-based ink that dries fast and washes out of most clothes.', { 'royal blue': 890, black: 890 }],
      ['Graphite Pencils, Set of 12', 'Cedar pencils from 4H to 6B in a tin, for writing and drawing.', 1590],
      ['Washi Tape, Set of 5', 'Rice-paper tape in quiet colours that comes off without a trace.', 690],
      ['Desk Planner, Undated', 'A tear-off week to a page: 54 sheets with room for notes.', 1290],
      ['Recycled Envelopes C6, Pack of 50', 'Grey-white envelopes of recycled paper with a gummed flap.', 545],
    ],
  },
  {
    category: 'Garden',
    kinds: [
      ['Hand Trowel', 'Stainless steel blade with a depth scale and an ash handle.', 1690],
      ['Bypass Secateurs', 'Cut green wood up to 22 mm cleanly. Blade, spring and bolt can be replaced.', 3990],
      ['Watering Can, 9 l', 'Galvanised steel with a brass rose and a handle for two hands.', 4490],
      [
        'Terracotta Pot',
        'Frost-proof fired clay with a drainage hole. Ages beautifully outdoors.',
        { '14 cm': 590, '20 cm': 1190, '30 cm': 2490 },
      ],
      [
        'Organic Tomato Seeds',
        'Untreated seeds, about 20 in a bag, with a sowing calendar on the back.',
        { 'Black Cherry': 345, 'San Marzano': 345 },
      ],
      ['Peat-Free Potting Soil, 20 l', 'Compost, wood fibre and bark, fertilised for the first eight weeks.', 1090],
      ['Garden Gloves', 'Breathable back and nitrile palm: thorns stay out and the fingers keep their feel.', { M: 890, L: 890 }],
      ['Bird Feeder for Hanging', 'Larch wood with a glass front. Opens at the top for filling.', 2790],
    ],
  },
  {
    category: 'Outdoor',
    kinds: [
      ['Two-Person Trekking Tent', 'Freestanding, 1.9 kg, up in five minutes. 3,000 mm water column.', 24900],
      [
        'Down Sleeping Bag',
        'Responsible down with 700 cuin in a water-repellent shell.',
        { 'comfort 5 °C': 18900, 'comfort -2 °C': 24900 },
      ],
      ['Inflatable Sleeping Mat', '7 cm thick, R-value 3.2, packs down to the size of a bottle.', 8990],
      ['Gas Stove', 'Folding burner of 85 g that boils half a litre in three minutes. Cartridge not included.', 4490],
      ['Titanium Mug, 450 ml', 'Single-walled, with folding handles. Doubles as a small pot.', 3290],
      ['Headlamp 400', '400 lumens, red light, charged by USB-C. Runs 60 hours on low.', 4990],
      ['Hiking Backpack', 'Ventilated back, hip belt and a rain cover in the bottom pocket.', { '22 l': 8990, '38 l': 13990 }],
      ['Trekking Poles, Pair', 'Three-part aluminium poles with cork grips and an outside lever lock.', 6990],
      ['First-Aid Kit, Hiking', 'Dressings, blister plasters, tweezers and a rescue blanket in a waterproof pouch.', 2490],
    ],
  },
  {
    category: 'Cycling',
    kinds: [
      ['Floor Pump', 'Steel barrel, up to 11 bar, with a large gauge and a head for every valve.', 3990],
      ['Bicycle Multi-Tool', '18 functions, chain tool included, in 140 g.', 2790],
      ['Puncture-Proof Tyre', 'Touring tyre with a 5 mm protective layer and a reflective side.', { '28 × 1.6': 3690, '26 × 1.75': 3490 }],
      ['Inner Tube with Presta Valve', 'Butyl tube with a 42 mm valve.', { '28 inch': 690, '26 inch': 690 }],
      ['LED Front Light, 80 Lux', 'Approved for road use, with a daylight sensor. Eight hours on one charge.', 6490],
      ['LED Rear Light', 'Visible from 300 m and brighter when you brake. USB-C.', 2490],
      ['Commuter Helmet', 'In-mould shell with 14 vents, a rear light and a magnetic buckle.', { 'S/M': 7990, 'L/XL': 7990 }],
      ['Waterproof Panniers, Pair', 'Roll-top bags of 20 litres each that click on to any rack.', 13900],
      ['Folding Lock', 'Hardened steel links of 85 cm with a frame bracket and two keys.', 8490],
      ['Chain Oil, 100 ml', 'Biodegradable oil for wet and dry days, with a drip nozzle.', 950],
    ],
  },
  {
    category: 'Audio',
    kinds: [
      ['Over-Ear Headphones', 'Active noise cancelling, 35 hours of battery and a case. Folds flat.', { black: 19900, sand: 19900 }],
      ['Wireless Earbuds', 'Light buds with three sizes of tips and 24 hours of music including the case.', 8990],
      ['Portable Bluetooth Speaker', 'Full sound from 600 g. Survives rain, sand and a fall into the pool.', { green: 7990, black: 7990 }],
      ['Bookshelf Speakers, Pair', 'Two-way speakers with a 13 cm woofer and walnut veneer.', 27900],
      ['Turntable', 'Belt drive, 33 and 45 rpm, built-in phono preamplifier and a felt mat.', 24900],
      ['USB Microphone', 'Cardioid condenser with a mute button and a headphone jack for calls and podcasts.', 9900],
      ['DAB+ Kitchen Radio', 'Digital and FM reception, ten presets and two alarms.', 8490],
      ['Audio Cable 3.5 mm, 1.5 m', 'Braided jack cable with slim plugs that fit through phone cases.', 1190],
      ['Record Cleaning Set', 'Carbon brush, velvet pad and 200 ml of cleaning fluid.', 2290],
    ],
  },
  {
    category: 'Lighting',
    kinds: [
      ['LED Bulb E27, 806 Lumens', 'Warm white, 2700 K, replaces a 60 W bulb.', { single: 490, 'pack of 4': 1690 }],
      ['Filament Globe Bulb E27', 'Dimmable amber glass of 12 cm that looks good without a shade.', 1290],
      ['Architect Desk Lamp', 'Spring-balanced arm, brightness in five steps, clamp and foot included.', { white: 6990, black: 6990 }],
      ['Paper Pendant Lampshade', 'Hand-folded paper on a light frame, for soft light over a table.', { '40 cm': 2490, '60 cm': 3990 }],
      ['Bedside Lamp with Dimmer', 'Opal glass globe on an oak foot, dimmed by touch.', 4990],
      ['Solar String Lights, 10 m', '100 warm white lights with a panel on a spike. Waterproof.', 2990],
      ['Motion-Sensor Night Light', 'Switches itself on in the dark, sticks or stands, lasts three months on a charge.', 1690],
      ['LED Strip, 3 m', 'Can be cut every 10 cm; white from 2200 to 6500 K, with a remote control.', 3290],
    ],
  },
  {
    category: 'Toys',
    kinds: [
      ['Wooden Building Blocks, 100 Pieces', 'Beech blocks in eight shapes and natural colours, in a cotton bag.', 4490],
      ['Marble Run', 'Wooden tracks, curves and a bell. Extends with every other set.', { 'starter set': 4990, 'expansion set': 2990 }],
      [
        'Jigsaw Puzzle, 1,000 Pieces',
        'Thick board with a linen finish that does not shine under the lamp.',
        { 'Night Train': 1790, 'Botanical Garden': 1790 },
      ],
      ['Plush Fox', 'Soft recycled polyester, 32 cm, washable at 30 °C.', 2190],
      ['Memory Game Animals', '36 pairs of drawn animals on sturdy cards. From three years.', 1490],
      ['Magnetic Drawing Board', 'Draw, slide, draw again: no paper and no stains on the sofa.', 1990],
      ['Wooden Train Set, 42 Pieces', 'Figure-of-eight track with a bridge and a train with magnets.', 3990],
      ['Diabolo with Hand Sticks', 'Fast rubber diabolo with fibreglass sticks and a spare string.', 2290],
    ],
  },
  {
    category: 'Books',
    kinds: [
      ['The Slow Bread Book', '60 recipes with sourdough and patience, photographed step by step.', { hardcover: 2990, paperback: 2290 }],
      [
        'Night Trains of Europe',
        'A travel guide to 40 routes, with timetables, berths and breakfasts.',
        { paperback: 1990, hardcover: 2890 },
      ],
      ['Postgres by Example', 'Indexes, locks and query plans, explained on one small shop.', { paperback: 3990, hardcover: 5490 }],
      ['Birds at the Window', 'Field guide to 120 common garden birds with drawings in natural colours.', 1890],
      [
        'The Lighthouse Ledger',
        'A novel about two sisters, an island and an account book that does not balance.',
        { paperback: 1290, hardcover: 2290 },
      ],
      ['Knots for Everyday Use', '35 knots that hold and open again, each on one double page.', 1450],
      ['A Short History of Paper', 'From papyrus to parcel: two thousand years in nine chapters.', 1690],
      ['Where Does the Moon Sleep?', 'A picture book for the last ten minutes of the day. From two years.', 1390],
    ],
  },
  {
    category: 'Bath',
    kinds: [
      [
        'Organic Cotton Bath Towel, 70 × 140 cm',
        'Heavy terry of 600 g/m², 100% organic cotton.',
        { white: 2490, sage: 2490, charcoal: 2490 },
      ],
      ['Hand Towel, 50 × 100 cm', 'Matches the bath towel: 100% organic cotton with a loop for hanging.', { white: 1290, sage: 1290 }],
      ['Teak Bath Mat', 'Slatted, oiled teak on non-slip feet that dries in minutes.', 4990],
      ['Olive Oil Soap Bar, 150 g', 'Cold-pressed soap without perfume or palm oil.', { unscented: 590, lavender: 590 }],
      ['Bamboo Toothbrush, Pack of 4', 'Medium bristles on a handle of bamboo that can be composted.', 890],
      ['Solid Shampoo', 'Lasts as long as two bottles. For normal hair, with rosemary.', 950],
      ['Soap Dish, Stoneware', 'Ribbed and sloped, so that the bar stays dry.', 1190],
      ['Shower Squeegee', 'Stainless steel with a silicone lip and an adhesive hook.', 1590],
    ],
  },
  {
    category: 'Bedding',
    kinds: [
      [
        'Linen Duvet Cover',
        'Stone-washed European flax that gets softer with every wash.',
        { '135 × 200 cm': 8990, '200 × 200 cm': 12900 },
      ],
      ['Percale Pillowcase', 'Crisp combed cotton, 200 threads, with an envelope closure.', { '40 × 80 cm': 1690, '80 × 80 cm': 1990 }],
      [
        'Fitted Sheet, Jersey',
        'Stretchy cotton jersey for mattresses up to 25 cm.',
        { '90 × 200 cm': 1990, '140 × 200 cm': 2690, '180 × 200 cm': 3190 },
      ],
      ['All-Season Duvet, 135 × 200 cm', 'Two light duvets that button together for the winter.', 9990],
      ['Down Pillow', 'Three chambers: soft down outside, supporting feathers inside.', { '40 × 80 cm': 4490, '80 × 80 cm': 5990 }],
      ['Mattress Protector', 'Quilted cotton with a waterproof layer that does not rustle.', { '90 × 200 cm': 2990, '140 × 200 cm': 3990 }],
    ],
  },
  {
    category: 'Pets',
    kinds: [
      ['Dog Lead, 2 m', 'Rope lead with three length settings and brass hooks.', { mustard: 2490, navy: 2490 }],
      ['Dog Bed', 'Orthopaedic foam with a removable cover, washable at 40 °C.', { M: 5990, L: 7990 }],
      ['Stainless Steel Feeding Bowl', 'Heavy bowl on a rubber ring, safe in the dishwasher.', { '0.7 l': 990, '1.8 l': 1490 }],
      ['Cat Scratching Post, 70 cm', 'Sisal rope on a base that no cat tips over.', 4490],
      ['Cat Litter, Wood Fibre, 20 l', 'Clumps well, binds odours and goes into the organic waste.', 1290],
      ['Dental Chews for Dogs, 28 Pieces', 'One a day, without grain or added sugar.', 1590],
      ['Feather Wand', 'A stick, a string, three feathers: the oldest cat toy there is.', 790],
      ['Pet Carrier, Soft', 'Opens on three sides, with a mesh window and a shoulder strap. Up to 7 kg.', 4290],
    ],
  },
  {
    category: 'Tools',
    kinds: [
      ['Cordless Drill 18 V', 'Two gears, 50 Nm, with two batteries, a charger and a case.', 12900],
      ['Claw Hammer, 450 g', 'Forged head on a hickory handle.', 2190],
      ['Screwdriver Set, 7 Pieces', 'Slotted, Phillips and Torx with two-component grips and a wall rack.', 2990],
      ['Combination Pliers', 'Grip, bend and cut with induction-hardened edges.', { '160 mm': 1890, '180 mm': 2090 }],
      ['Tape Measure', 'Nylon-coated steel tape with a magnetic hook and a brake.', { '3 m': 890, '5 m': 1190 }],
      ['Spirit Level, 60 cm', 'Aluminium profile with three vials, accurate to 0.5 mm/m.', 2490],
      ['Japanese Pull Saw', 'Cuts on the pull stroke: thin, straight and with little effort.', 3490],
      ['Hex Key Set, 1.5 to 10 mm', 'Nine ball-ended keys in a holder that opens with one hand.', 1990],
      ['Wood Screws, Box of 200', 'Countersunk Torx screws that need no pilot hole in soft wood.', { '4 × 40 mm': 890, '5 × 60 mm': 1290 }],
    ],
  },
  {
    category: 'Travel',
    kinds: [
      [
        'Cabin Suitcase, 38 l',
        'Polycarbonate shell, four quiet wheels and a TSA lock. Fits most airlines.',
        { graphite: 14900, 'forest green': 14900 },
      ],
      ['Packing Cubes, Set of 4', 'Light mesh-topped cubes that keep socks away from shirts.', 2990],
      ['Neck Pillow', 'Memory foam with a washable cover; rolls up into its bag.', 2790],
      ['Universal Travel Adapter', 'For more than 150 countries, with two USB-C ports and a spare fuse.', 3490],
      ['Luggage Scale', 'Hangs from one hand and weighs up to 50 kg.', 1490],
      ['Toiletry Bag', 'Waxed canvas with a hook and a waterproof lining.', { olive: 3490, navy: 3490 }],
      ['Collapsible Water Bottle, 600 ml', 'Silicone bottle that folds to a disc when it is empty.', 1890],
      ['Passport Wallet', 'Vegetable-tanned leather with room for two passports and a pen.', 3990],
      ['Sleep Mask and Earplugs', 'Contoured mask that leaves the lashes alone, with two pairs of plugs.', 1290],
    ],
  },
  {
    category: 'Baby',
    kinds: [
      ['Muslin Cloths, Pack of 3', 'Soft cotton squares of 70 cm for everything that spills.', { plain: 1490, stars: 1690 }],
      [
        'Baby Sleeping Bag, 2.5 tog',
        'Padded organic cotton with a zip that opens from below.',
        { '0 to 6 months': 3990, '6 to 18 months': 4290 },
      ],
      ['Baby Bodysuit, Pack of 3', 'Long-sleeved organic cotton with snaps at the side.', { '62/68': 2490, '74/80': 2490 }],
      ['Silicone Bib', 'With a trough that catches what misses the mouth.', 990],
      ['Baby Carrier', 'Grows along from 3.5 to 20 kg, carried in front or on the back.', 11900],
      ['Wooden Rattle', 'Untreated maple with three rings, turned by hand.', 1290],
      ['Bath Thermometer', 'A floating fish that shows from blue to red whether the water is right.', 890],
      ['Baby Monitor, Audio', 'DECT sound with 300 m range, night light and lullabies.', 6990],
    ],
  },
  {
    category: 'Sports',
    kinds: [
      ['Yoga Mat, 5 mm', 'Natural rubber that grips in every posture, 183 × 61 cm.', { slate: 4990, plum: 4990 }],
      ['Resistance Bands, Set of 5', 'Latex loops from extra light to extra heavy, with a bag.', 1790],
      ['Kettlebell', 'Cast iron with a wide handle and a flat base.', { '8 kg': 2990, '12 kg': 3990, '16 kg': 4990 }],
      ['Skipping Rope', 'Steel cable on ball bearings, length adjustable to 3 m.', 1490],
      ['Foam Roller, 33 cm', 'Textured roller of medium hardness for legs and back.', 1990],
      ['Football, Size 5', 'Thermally bonded training ball for grass and hall.', 2490],
      ['Table Tennis Bat', 'Five-ply wood with reversed rubber on both sides, for regular players.', 2290],
      ['Running Belt', 'Holds a phone, keys and two gels without bouncing.', 1890],
      ['Swimming Goggles', 'Anti-fog lenses with UV protection and four nose bridges.', 1790],
    ],
  },
  {
    category: 'Office Electronics',
    kinds: [
      [
        'Mechanical Keyboard, 75%',
        'Quiet brown switches, white backlight and swappable keycaps.',
        { 'ISO layout': 9900, 'ANSI layout': 9900 },
      ],
      ['Vertical Mouse', 'Keeps the wrist in a handshake position. For the right hand, wireless.', 4490],
      ['USB-C Dock, 9 Ports', 'Two displays, network, card reader and 85 W to charge the laptop.', 12900],
      ['Monitor 27 inch, 1440p', 'IPS panel with 99% sRGB and one cable for picture and power.', 29900],
      ['Monitor Arm', 'Gas spring for 2 to 9 kg, with cable channels and a desk clamp.', 7990],
      ['Full HD Webcam', 'Autofocus, two microphones and a privacy shutter.', 5990],
      ['USB-C Charger, 65 W', 'Gallium nitride, two USB-C ports and one USB-A in the size of a matchbox.', 3990],
      ['USB-C Cable', 'Braided cable for 100 W and 10 Gbit/s.', { '1 m': 1290, '2 m': 1690 }],
      ['Document Shredder, Cross-Cut', 'Takes eight sheets at once and cards as well. 16 litre bin.', 6490],
      ['Laptop Stand', 'Folding aluminium in six heights.', 3290],
    ],
  },
  {
    category: 'Pantry',
    kinds: [
      ['Extra Virgin Olive Oil', 'Cold-pressed Koroneiki olives of one harvest from Crete.', { '0.5 l': 1190, '3 l': 4990 }],
      ['Bronze-Cut Spaghetti, 500 g', 'Durum wheat, dried slowly, rough enough to hold a sauce.', 285],
      ['San Marzano Tomatoes, 400 g', 'Whole peeled plum tomatoes in their own juice.', 249],
      ['Basmati Rice, 1 kg', 'Aged long-grain rice from the foot of the Himalaya.', 449],
      ['Dark Chocolate, 100 g', 'Made from bean to bar with two ingredients, cocoa and sugar.', { '70% cocoa': 395, '85% cocoa': 395 }],
      ['Crunchy Muesli, 750 g', 'Baked oats with hazelnuts and honey, no raisins.', 590],
      ['Acacia Honey, 500 g', 'Mild and runny, from one beekeeper in Brandenburg.', 890],
      ['Crème de Marrons, 250 g', 'Sweet chestnut spread from the Ardèche, for crêpes and yoghurt.', 545],
      ['Smoked Paprika, 75 g', 'Sweet pimentón from La Vera in a tin.', 425],
      ['Sea Salt Flakes, 250 g', 'Hand-harvested crystals for finishing.', 595],
    ],
  },
  {
    category: 'Home Textiles',
    kinds: [
      ['Merino Throw, 130 × 180 cm', 'Woven in Portugal from soft merino wool with short fringes.', { oatmeal: 8990, rust: 8990 }],
      [
        'Cushion Cover, 50 × 50 cm',
        'Washed linen with a hidden zip. Filling not included.',
        { ochre: 1990, 'dusty blue': 1990, natural: 1990 },
      ],
      ['Feather Cushion Inner, 50 × 50 cm', 'Plump feather filling in a cotton case.', 1290],
      ['Jute Rug', 'Hand-braided natural jute, the same on both sides.', { '120 × 180 cm': 7990, '160 × 230 cm': 12900 }],
      [
        'Blackout Curtain, 140 × 245 cm',
        'Heavy weave that keeps out light and some of the noise. One piece.',
        { grey: 3990, 'off-white': 3990 },
      ],
      ['Tea Towels, Pack of 3', 'Half linen that dries glasses without lint.', 1590],
      ['Table Runner, 40 × 150 cm', 'Hemmed linen that also suits a sideboard.', 2290],
    ],
  },
  {
    category: null,
    kinds: [
      [
        'Gift Card, Printed',
        'A card by post in a hand-folded envelope, worth its price in everything we sell.',
        { '25 €': 2500, '50 €': 5000 },
      ],
      ['Gift Wrapping', 'Recycled paper, a ribbon and a card with your own words.', 390],
    ],
  },
];

export const categories: readonly string[] = departments.flatMap(({ category }) => category ?? []);

interface Product {
  readonly sku: string;
  readonly category: string | null;
  readonly name: string;
  readonly description: string;
  readonly priceInCents: number;
}

/** Returns a SKU of the first letters of the category's words and a number, such as `COF-TEA-007`, or `SHOP-001` without a category. */
function skuOf(category: string | null, position: number): string {
  const words = (category ?? 'shop').toUpperCase().match(/[A-Z]+/g) ?? [];
  const begin = words.length > 1 ? words.map((word) => word.slice(0, 3)) : words.map((word) => word.slice(0, 4));
  return [...begin, String(position + 1).padStart(3, '0')].join('-');
}

const shelves: readonly (readonly Product[])[] = departments.map(({ category, kinds }) =>
  kinds
    .flatMap(([name, description, price]) =>
      typeof price === 'number'
        ? [{ name, description, priceInCents: price }]
        : Object.entries(price).map(([variant, priceInCents]) => ({ name: `${name}, ${variant}`, description, priceInCents })),
    )
    .map((product, position) => ({ sku: skuOf(category, position), category, ...product })),
);

/** The products in the order of their IDs: the first of each category, then the second of each, and so on, so that a page contains all categories. */
export const products: readonly Product[] = shelves
  .flatMap((shelf) => shelf.map((product, position) => ({ product, position })))
  .sort((a, b) => a.position - b.position)
  .map(({ product }) => product);
